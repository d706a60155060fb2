extension XMLFaultText {
  /// Why a document is not what its schema says.
  static func validitySentence(_ complaint: XMLComplaint) -> String {
    let (element, name) = complaint.names(orElse: "elemen di sini")
    switch complaint.code {
    // XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1 to _2_3: what may stand in it.
    case 1841: return "\(element) harus kosong"
    case 1842: return "\(element) hanya boleh memuat teks, tanpa elemen lain"
    case 1843: return "\(element) tidak boleh memuat teks, hanya elemen lain"
    case 1845:
      return
        "elemen terluar, \(XMLComplaint.quoted(complaint.element ?? "")), bukan yang diminta skema"
    case 1866, 1867: return "\(name) tidak dikenal di sini"
    case 1868:
      let missing = complaint.quoted(after: "The attribute '", before: "'")
      return "\(element) harus punya atribut \(missing ?? "yang belum ada")"
    case 1871: return contentSentence(complaint, element)
    case 1872: return "dokumen ini tidak punya elemen"
    case 1877: return keySentence(complaint, element)
    case 1822...1840, 1852...1858, 1861...1864, 1879: return valueSentence(complaint, name)
    default: return "\(name) tidak sesuai skema (\(number(complaint.code)))"
    }
  }

  /// An element that stands where it may not, or one that lacks another.
  private static func contentSentence(_ complaint: XMLComplaint, _ element: String) -> String {
    let names =
      complaint.part(after: "( ", before: " )")?.split(separator: ", ")
      .filter { !$0.contains("#") }.map { XMLComplaint.quoted(XMLComplaint.local($0)) } ?? []
    let expected = names.isEmpty ? "" : "; yang ditunggu: \(names.joined(separator: " atau "))"
    return complaint.rest.hasPrefix("Missing")
      ? "\(element) belum lengkap\(expected)" : "\(element) tidak boleh di sini\(expected)"
  }

  /// A key that stands twice, that points nowhere, or that is not whole.
  private static func keySentence(_ complaint: XMLComplaint, _ element: String) -> String {
    // They are in quotes already.
    guard
      let values = complaint.part(after: "key-sequence [", before: "] ").map(XMLComplaint.shown)
    else {
      return "\(element) belum memuat semua yang membedakannya dari yang lain"
    }
    return complaint.rest.hasPrefix("Duplicate")
      ? "\(element): \(values) sudah ada di atasnya, padahal hanya boleh sekali"
      : "\(element): \(values) tidak ada di tempat yang ditunjuk"
  }

  /// A value that its type does not take.
  private static func valueSentence(_ complaint: XMLComplaint, _ name: String) -> String {
    if let length = complaint.part(after: "a length of '", before: "'; this ") {
      let bound =
        complaint.part(after: "length of '", before: "'.")?
        .split(separator: "'").last.map(String.init) ?? ""
      let word =
        complaint.rest.contains("exceeds")
        ? "paling banyak" : complaint.rest.contains("underruns") ? "paling sedikit" : "harus"
      return "\(name): panjang nilainya \(length), padahal \(word) \(bound)"
    }
    let value =
      complaint.quoted(after: "The value '", before: "' ")
      ?? complaint.quoted(after: "'", before: "' is not a valid value")
    var sentence = "\(name): nilai \(value ?? "itu") tidak sah"
    if let choices = complaint.part(after: "' is not an element of the set {", before: "}") {
      sentence += "; yang boleh: \(choices)"
    } else if let least = complaint.part(after: "minimum value allowed ('", before: "')") {
      sentence += "; paling kecil \(least)"
    } else if let most = complaint.part(after: "maximum value allowed ('", before: "')") {
      sentence += "; paling besar \(most)"
    }
    return sentence
  }

  /// Why a schema is none.
  static func definitionSentence(_ complaint: XMLComplaint) -> String {
    let name = complaint.names(orElse: "skema di sini").attribute
    switch complaint.code {
    // XML_SCHEMAP_REGEXP_INVALID.
    case 1756: return "\(name): pola ini tidak dapat dibaca"
    // XML_SCHEMAP_NOT_SCHEMA.
    case 1772: return "berkas ini bukan skema: elemen terluarnya harus schema dari XML Schema 1.0"
    // XML_SCHEMAP_SRC_RESOLVE.
    case 3004:
      let missing = complaint.part(after: "QName value '", before: "' does").map(XMLComplaint.local)
      return "\(name): \(XMLComplaint.quoted(missing ?? "ini")) tidak didefinisikan dalam skema"
    default: return "\(name) tidak sah sebagai skema (\(number(complaint.code)))"
    }
  }
}
