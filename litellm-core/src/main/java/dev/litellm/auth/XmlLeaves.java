package dev.litellm.auth;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts of an XML document by the names of their elements, whatever they stand in.
 */
final class XmlLeaves {

	private XmlLeaves() {
	}

	/**
	 * Read a document.
	 * @param document the document
	 * @return the texts, the first of each name; empty where it is no XML
	 */
	static Map<String, String> of(byte[] document) {
		Map<String, String> leaves = new LinkedHashMap<>();
		try {
			XMLStreamReader reader = factory()
				.createXMLStreamReader(new StringReader(new String(document, StandardCharsets.UTF_8)));
			StringBuilder text = new StringBuilder();
			while (reader.hasNext()) {
				switch (reader.next()) {
					case XMLStreamConstants.START_ELEMENT -> text.setLength(0);
					case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
					case XMLStreamConstants.END_ELEMENT -> {
						if (!text.toString().isBlank()) {
							leaves.putIfAbsent(reader.getLocalName(), text.toString().strip());
						}
						text.setLength(0);
					}
					default -> {
					}
				}
			}
		}
		catch (XMLStreamException ex) {
			return Map.of();
		}
		return leaves;
	}

	/** Neither entities nor definitions of a document's own, which could read files. */
	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return factory;
	}

}
