public import ComplianceModel
internal import Layouts
internal import Wording
internal import Workspace

/// A layout, or its receiver's schema, that gives no file.
public struct FaultyLayout: Error, Hashable, Sendable {
  /// One thing that is wrong with it.
  public struct Fault: Hashable, Sendable {
    /// What is wrong: the stylesheet, the schema, or what came out.
    public enum Part: Hashable, Sendable {
      case layout, schema, result
    }

    /// What is wrong.
    public let part: Part
    /// Where it is.
    public let place: SourcePlace
    /// What is wrong, in one sentence without a full stop.
    public let what: String
    /// How to mend it.
    public let remedy: Remedy
  }

  /// What is wrong, at least one.
  public let faults: [Fault]
  /// Whether it gives no file of one document, and may give one of another.
  public let isOfDocument: Bool

  /// Makes the error.
  init(_ faults: [LayoutFault], ofDocument isOfDocument: Bool, in files: ProfileFiles) {
    self.isOfDocument = isOfDocument
    self.faults = faults.map { Fault($0, in: files) }
  }
}

extension FaultyLayout.Fault {
  fileprivate init(_ fault: LayoutFault, in files: ProfileFiles) {
    switch fault.part {
    case .layout:
      part = .layout
      place = SourcePlace(file: files.layoutFile, line: fault.line, column: fault.column)
    case .schema:
      part = .schema
      place = SourcePlace(
        file: files.schemaFile ?? files.folder, line: fault.line, column: fault.column)
    case .document, .result:
      part = .result
      place = SourcePlace(file: files.layoutFile)
    }
    what = fault.what
    remedy = fault.remedy
  }
}

extension LayoutFault {
  /// What is wrong.
  fileprivate var what: String {
    switch kind {
    case .doctype: part == .result ? "hasilnya memuat DOCTYPE" : "DOCTYPE tidak diterima"
    case .notUTF8: "berkas ini tidak ditulis dalam UTF-8"
    case .include: "'\(detail)' membawa berkas lain"
    case .extended: "perluasan XSLT tidak diterima"
    case .forbidden: "layout hendak membaca atau menulis berkas atau jaringan, dan dihentikan"
    case .endless: "templat saling memanggil tanpa akhir"
    case .message: "layout berhenti dengan pesan: \(detail)"
    case .otherForm: "xsl:output method=\"\(detail)\" bukan keluaran profil ini"
    case .otherEncoding: "penyandian \(detail) bukan penyandian profil ini"
    case .unwritable: "karakter \(detail) tidak ada dalam penyandian profil ini"
    case .empty: "layout tidak menghasilkan apa-apa"
    case .tooLarge: "hasilnya lebih dari \(LayoutRequest.largestResult.indonesian) byte"
    case .tooHeavy:
      "layout melampaui batas waktu (\(LayoutRequest.longestRun) detik prosesor) atau memori "
        + "(\(LayoutRequest.largestMemory >> 20) MB)"
    case .library:
      switch part {
      case .layout, .schema: said
      case .document: "dokumen kepatuhan tidak terbaca: \(said)"
      case .result: line > 0 ? "hasilnya tidak sah pada baris \(line): \(said)" : said
      }
    }
  }

  /// What a library says, in the words of users.
  private var said: String {
    detail.isEmpty
      ? "berkas ini tidak dapat dipakai" : XMLFaultText.sentence(code: code, message: detail)
  }

  /// How to mend it.
  fileprivate var remedy: Remedy {
    switch kind {
    case .doctype:
      part == .result
        ? "hapus doctype-system dan doctype-public dari xsl:output"
        : "hapus deklarasi itu dari awal berkas"
    case .notUTF8: "simpan lagi sebagai UTF-8, dan tulis encoding=\"UTF-8\" di baris pertama"
    case .include:
      part == .schema
        ? "satukan skemanya dalam satu berkas"
        : "salin isinya ke layout ini: satu profil, satu layout"
    case .extended: "pakai XSLT 1.0 saja, tanpa extension-element-prefixes dan xsl:document"
    case .forbidden: "hapus document() dan sejenisnya; layout hanya melihat XML kepatuhan"
    case .endless: "periksa syarat berhentinya; paling dalam 1.000 panggilan"
    case .message: "perbaiki sebabnya, atau hapus xsl:message"
    case .otherForm: "samakan dengan 'keluaran' dalam profil.yaml: xml untuk xml, text untuk teks"
    case .otherEncoding: "samakan encoding pada xsl:output dan 'penyandian' dalam profil.yaml"
    case .unwritable: "tulis UTF-8 pada keduanya, atau ganti karakternya dengan translate()"
    case .empty:
      "periksa match dan namespace urn:tenggat:kepatuhan:1 dalam layout"
    case .tooLarge: "periksa perulangannya"
    case .tooHeavy: "cari perulangan yang tidak berhenti, atau hasil yang terus membesar"
    case .library:
      part == .result ? "perbaiki layout, atau skema penerimanya" : "perbaiki di tempat itu"
    }
  }
}
