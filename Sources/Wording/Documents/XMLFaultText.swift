/// What libxml2 and libxslt find in a document, in the words of people.
///
/// Both speak English. Of libxml2 the code says what is wrong, and only the names and values are taken from its
/// sentence; what has no words of its own here is told by its number.
package enum XMLFaultText {
  /// What is wrong, in one sentence without a full stop.
  ///
  /// - Parameters:
  ///   - code: The number that libxml2 gives; 0 for what libxslt says.
  ///   - message: What it says.
  /// - Returns: The sentence; it quotes the element, the attribute and the value.
  package static func sentence(code: Int, message: String) -> String {
    let complaint = XMLComplaint(code: code, message: message)
    return switch code {
    case 0: layoutSentence(complaint)
    case 1..<200:
      formSentence(complaint) ?? "XML di sini tidak ditulis dengan benar (\(number(code)))"
    case 200...205: namespaceSentence(complaint)
    case 1200...1223: "ungkapan XPath di sini tidak dapat dibaca (\(number(code)))"
    case 1700...1799, 3000...3099: definitionSentence(complaint)
    case 1800...1899: validitySentence(complaint)
    default: "XML di sini tidak dapat dipakai (\(number(code)))"
    }
  }

  /// A code as it is shown where there are no other words.
  static func number(_ code: Int) -> String { "libxml2: \(code)" }

  /// Why a document is not well-formed; `nil` for what hardly occurs.
  private static func formSentence(_ complaint: XMLComplaint) -> String? {
    switch complaint.code {
    // XML_ERR_INTERNAL_ERROR: the depth of elements; XML_ERR_NAME_TOO_LONG.
    case 1, 110: "elemen di sini terlalu dalam atau terlalu panjang: bukan dokumen yang wajar"
    // XML_ERR_DOCUMENT_EMPTY.
    case 4: "berkas ini bukan XML: isinya tidak dimulai dengan elemen"
    // XML_ERR_DOCUMENT_END, _NOT_WELL_BALANCED, _EXTRA_CONTENT: fed piece by piece, the end is called so too.
    case 5, 85, 86: "berkas ini terputus, atau ada isi lain sesudah elemen terluarnya ditutup"
    // The characters of XML 1.0, section 2.2, written out or as numbers.
    case 6...9: "karakter di sini tidak boleh ada dalam XML"
    // XML_ERR_ENTITYREF_NO_NAME, _SEMICOL_MISSING.
    case 22, 23: "tanda & harus ditulis &amp;"
    case 26: undeclaredEntity(complaint)
    // XML_ERR_UNKNOWN_ENCODING, _UNSUPPORTED_ENCODING, _ENCODING_NAME.
    case 31, 32, 79: "penyandian berkas ini tidak dikenal: simpan lagi sebagai UTF-8"
    case 38: "tanda < di dalam nilai atribut harus ditulis &lt;"
    // XML_ERR_ATTRIBUTE_NOT_STARTED.
    case 39: "nilai atribut di sini tidak diapit tanda kutip"
    // An attribute, a comment, an instruction or a section of characters that does not end.
    case 34, 40, 44, 45, 47, 63: "nilai atribut, komentar, atau CDATA di sini tidak ditutup"
    case 41:
      named(complaint, "atribut", after: "value for attribute ") + " ditulis tanpa nilai"
    case 42: named(complaint, "atribut", after: "Attribute ") + " ditulis dua kali"
    case 62: "tanda ]]> di dalam teks harus ditulis ]]&gt;"
    // XML_ERR_XMLDECL_NOT_STARTED, _NOT_FINISHED, _RESERVED_XML_NAME, _VERSION_MISSING, _UNKNOWN_VERSION.
    case 56, 57, 64, 96, 108: "baris <?xml … ?> harus benar, dan berdiri paling awal"
    // XML_ERR_SPACE_REQUIRED.
    case 65: "di sini kurang spasi, misalnya di antara dua atribut"
    // XML_ERR_NAME_REQUIRED, of an entity or of an element; _LT_REQUIRED.
    case 68 where complaint.rest.hasPrefix("xmlParseEntityRef"): "tanda & harus ditulis &amp;"
    case 68, 72: "nama di sini tidak sah; tanda < di dalam teks harus ditulis &lt;"
    // XML_ERR_GT_REQUIRED.
    case 73: "tag di sini tidak ditutup dengan >"
    case 74, 76: mismatch(complaint)
    case 75: "atribut di sini tidak punya tanda = dan nilai"
    case 77: unfinished(complaint)
    case 80: "tanda -- tidak boleh ada di dalam komentar"
    case 81: "huruf di sini bukan UTF-8: simpan lagi berkas ini sebagai UTF-8"
    case 89: "entitas di sini menunjuk dirinya sendiri"
    default: nil
    }
  }

  /// What a name is called, with the name.
  private static func named(_ complaint: XMLComplaint, _ kind: String, after opening: String)
    -> String
  {
    let name = complaint.rest.firstRange(of: opening).map {
      complaint.rest[$0.upperBound...].prefix { !$0.isWhitespace }
    }
    return name.map { "\(kind) \(XMLComplaint.quoted(String($0)))" } ?? "\(kind) di sini"
  }

  private static func undeclaredEntity(_ complaint: XMLComplaint) -> String {
    let name = complaint.quoted(after: "Entity '", before: "'") ?? "ini"
    return "entitas \(name) tidak dikenal: tulis hurufnya sendiri, dan &amp; untuk tanda &"
  }

  /// `Opening and ending tag mismatch: a line 3 and b`.
  private static func mismatch(_ complaint: XMLComplaint) -> String {
    guard let opened = complaint.part(after: "mismatch: ", before: " line "),
      let line = complaint.part(after: " line ", before: " and "),
      let closed = complaint.rest.ranges(of: " and ").last
    else { return "tag penutup di sini tidak cocok dengan pembukanya" }
    let end = XMLComplaint.quoted(String(complaint.rest[closed.upperBound...]))
    return "tag penutup \(end) tidak cocok dengan elemen \(XMLComplaint.quoted(opened)) "
      + "yang dibuka pada baris \(line)"
  }

  /// `Premature end of data in tag a line 3`.
  private static func unfinished(_ complaint: XMLComplaint) -> String {
    guard let name = complaint.quoted(after: "in tag ", before: " line "),
      let place = complaint.rest.ranges(of: " line ").last
    else { return "berkas ini terputus: elemennya tidak ditutup" }
    let line = complaint.rest[place.upperBound...].prefix { $0.isNumber }
    return "berkas ini terputus: elemen \(name) yang dibuka pada baris \(line) tidak ditutup"
  }

  private static func namespaceSentence(_ complaint: XMLComplaint) -> String {
    switch complaint.code {
    case 201:
      named(complaint, "awalan", after: "prefix ") + " tidak dinyatakan dengan xmlns"
    case 203: "atribut di sini ditulis dua kali"
    default: "nama berawalan atau xmlns di sini tidak sah"
    }
  }
}
