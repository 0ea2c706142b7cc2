package dev.litellm.samples.quickstart;

import java.io.PrintStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.ansi.AnsiOutput;
import org.springframework.boot.ansi.AnsiStyle;

/**
 * What the tour writes on: indented lines that end before the terminal does.
 */
final class Paper {

	private static final Pattern WORD_OR_GAP = Pattern.compile("\\s+|\\S+");

	private static final int WIDTH = 84;

	private static final int LABEL = 11;

	private final PrintStream out;

	private int acts;

	private int column;

	private String gap = "";

	Paper(PrintStream out) {
		this.out = out;
	}

	void title(String text) {
		this.out.println();
		this.out.println(AnsiOutput.toString(AnsiStyle.BOLD, text, AnsiStyle.NORMAL));
	}

	/**
	 * Begin an act.
	 * @param title what it shows
	 * @param code the line of code that does it
	 */
	void act(String title, String code) {
		this.acts++;
		title(this.acts + "  " + title);
		this.out.println(AnsiOutput.toString(AnsiStyle.FAINT, "   " + code, AnsiStyle.NORMAL));
		this.out.println();
	}

	void line(String label, String text) {
		begin(label);
		piece(text.strip());
		end();
	}

	/**
	 * Begin a line that pieces are added to.
	 * @param label what they are
	 */
	void begin(String label) {
		this.out.print("   " + label + " ".repeat(LABEL - label.length()));
		this.column = 0;
		this.gap = "";
	}

	/**
	 * Add a piece of text; its words go on a new line where they do not fit.
	 * @param text the piece
	 */
	void piece(String text) {
		Matcher matcher = WORD_OR_GAP.matcher(text);
		while (matcher.find()) {
			if (matcher.group().isBlank()) {
				this.gap = matcher.group().contains("\n") ? "\n" : " ";
			}
			else {
				word(matcher.group());
			}
		}
		this.out.flush();
	}

	private void word(String word) {
		boolean fits = this.column + this.gap.length() + word.length() <= WIDTH;
		if (this.column > 0 && (this.gap.equals("\n") || (!fits && !this.gap.isEmpty()))) {
			this.out.print(System.lineSeparator() + " ".repeat(3 + LABEL));
			this.column = 0;
		}
		else if (this.column > 0) {
			this.out.print(this.gap);
			this.column += this.gap.length();
		}
		this.out.print(word);
		this.column += word.length();
		this.gap = "";
	}

	void end() {
		this.out.println();
	}

	/**
	 * Write a text line by line as it is.
	 * @param text the text
	 */
	void plain(String text) {
		text.lines().forEach((line) -> this.out.println("   " + line));
	}

}
