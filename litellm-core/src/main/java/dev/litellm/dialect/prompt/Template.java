package dev.litellm.dialect.prompt;

import java.util.List;
import java.util.Map;

import dev.litellm.chat.Message;

/**
 * How a model's maker writes a conversation as one prompt.
 *
 * @param begin stands first
 * @param system a turn of the system; <code>{text}</code> stands for what it says,
 * <code>{role}</code> for the speaker
 * @param user a turn of the user, or of a tool
 * @param assistant a turn of the model
 * @param end stands last, where the model goes on
 * @param within whether what the system says stands within the user's next turn
 */
record Template(String begin, String system, String user, String assistant, String end, boolean within) {

	private static final String TEXT = "{text}";

	private static final String ROLE = "{role}";

	private static final int ROOM = 256;

	private static final Map<String, Template> KNOWN = Map.of("chatml",
			marked("", "<|im_start|>{role}\n", "<|im_end|>\n"), "deepseek",
			new Template("<｜begin▁of▁sentence｜>", TEXT, "<｜User｜>{text}", "<｜Assistant｜>{text}<｜end▁of▁sentence｜>",
					"<｜Assistant｜><think>\n", false),
			"llama2",
			new Template("<s>", "<<SYS>>\n{text}\n<</SYS>>\n\n", "[INST] {text} [/INST]", " {text} </s><s>", "", true),
			"llama3", marked("<|begin_of_text|>", "<|start_header_id|>{role}<|end_header_id|>\n\n", "<|eot_id|>"),
			"llama4", marked("<|begin_of_text|>", "<|header_start|>{role}<|header_end|>\n\n", "<|eot|>"), "mistral",
			new Template("<s>", "{text}\n\n", "[INST] {text} [/INST]", " {text}</s> ", "", true), "titan", new Template(
					"", "\n\nUser: <admin>{text}</admin>", "\n\nUser: {text}", "\n\nBot: {text}", "\n\nBot: ", false));

	private static Template marked(String begin, String head, String tail) {
		String turn = head + TEXT + tail;
		return new Template(begin, turn, turn, turn, head.replace(ROLE, "assistant"), false);
	}

	/**
	 * Write a conversation.
	 * @param name the template's name, or empty for the texts alone
	 * @param messages the messages
	 * @param texts what each of them says
	 * @return the prompt
	 */
	static String write(String name, List<Message> messages, List<String> texts) {
		Template template = KNOWN.get(name);
		if (template == null) {
			return String.join(" ", texts);
		}
		StringBuilder prompt = new StringBuilder(ROOM).append(template.begin);
		StringBuilder user = new StringBuilder();
		for (int i = 0; i < texts.size(); i++) {
			String role = Prompt.role(messages.get(i));
			String text = texts.get(i).strip();
			if (!template.within || role.equals("assistant")) {
				template.flush(user, prompt);
				template.turn(role, text, prompt);
			}
			else if (role.equals("system")) {
				template.turn(role, text, user);
			}
			else {
				user.append(text).append("\n\n");
			}
		}
		template.flush(user, prompt);
		return prompt.append(template.end).toString();
	}

	private void flush(StringBuilder user, StringBuilder prompt) {
		if (!user.isEmpty()) {
			turn("user", user.toString().strip(), prompt);
			user.setLength(0);
		}
	}

	private void turn(String role, String text, StringBuilder prompt) {
		String form = role.equals("system") ? this.system : role.equals("assistant") ? this.assistant : this.user;
		int from = 0;
		for (int at = form.indexOf('{'); at >= 0; at = form.indexOf('{', from)) {
			boolean said = form.startsWith(TEXT, at);
			prompt.append(form, from, at).append(said ? text : role);
			from = at + (said ? TEXT : ROLE).length();
		}
		prompt.append(form, from, form.length());
	}

	/**
	 * Return whether the model goes on within its reasoning.
	 * @param name the template's name
	 * @return true if the prompt has begun the reasoning
	 */
	static boolean thinks(String name) {
		Template template = KNOWN.get(name);
		return template != null && template.end.strip().endsWith("<think>");
	}

}
