/// A made-up document on one sheet (PDF 1.4), which says of itself that it is none.
struct PracticePaper {
  /// What it is called, in front of its ending.
  let name: String
  /// What stands on it, below the lines that say what it is.
  let lines: [String]

  private static let warning = [
    "CONTOH LATIHAN - BUKAN DOKUMEN SUNGGUHAN",
    "Dibuat oleh tenggat contoh; semua isinya karangan.",
  ]

  /// The bytes of its file.
  var bytes: [UInt8] {
    var page = "BT /F1 14 Tf 60 780 Td 20 TL\n"
    for line in PracticePaper.warning + [""] + lines { page += "(\(Self.escaped(line))) Tj T*\n" }
    page += "ET\n"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        + "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(page.utf8.count) >>\nstream\n\(page)endstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var text = "%PDF-1.4\n"
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (place, object) in objects.enumerated() {
      let offset = "\(text.utf8.count)"
      table += String(repeating: "0", count: 10 - offset.count) + "\(offset) 00000 n \n"
      text += "\(place + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "\(table)trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\n"
    return Array("\(text)startxref\n\(start)\n%%EOF\n".utf8)
  }

  /// A text as a string of a PDF: what is not ASCII has no place in the font.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "(", ")", "\\": "\\\(scalar)"
      case " "..."~": String(scalar)
      default: "?"
      }
    }.joined()
  }
}
