extension XMLFaultText {
  /// What libxslt says, which has no codes: its commonest sentences by how they end or begin (libxslt 1.1,
  /// preproc.c, pattern.c, variables.c), all others quoted as they are, for whoever writes the layout.
  static func layoutSentence(_ complaint: XMLComplaint) -> String {
    let instruction = complaint.rest.prefix { !$0.isWhitespace }
    let at =
      complaint.attribute.map { "atribut \(XMLComplaint.quoted($0)): " }
      ?? (instruction.hasPrefix("xsl:") ? "\(instruction): " : "")
    func of(_ opening: String) -> String? { complaint.quoted(after: opening, before: "'") }
    return if let text = of("expression '") {
      "\(at)ungkapan \(text) tidak dapat dibaca"
    } else if let text = of("failed to compile '") ?? of("compilation failed '") {
      "\(at)pola \(text) tidak dapat dibaca"
    } else if let text = of("Variable '") ?? of("variable not found '") {
      "variabel \(text) belum dinyatakan"
    } else if let function = complaint.quoted(after: "function ", before: " not found") {
      "fungsi \(function) tidak dikenal"
    } else if complaint.rest.hasPrefix("xmlXPath") {
      "\(at)ungkapan XPath di sini gagal dihitung"
    } else if complaint.rest.hasSuffix("document is not a stylesheet") {
      "berkas ini bukan layout: elemen terluarnya harus xsl:stylesheet"
    } else if complaint.rest.hasSuffix("is not allowed at this position.") {
      "elemen \(complaint.element.map(XMLComplaint.quoted) ?? of("element '") ?? "ini") tidak boleh di sini"
    } else {
      "pengolah XSLT menolaknya: \(XMLComplaint.quoted(complaint.rest))"
    }
  }
}
