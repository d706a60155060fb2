internal import ComplianceModel
internal import DurableFiles

/// The sentences of this module, as its users read them.
enum Messages {
  /// No byte was there to read.
  static let noDocument = "berkas tidak memuat dokumen XML"
  /// A file is an archive, or packed.
  static let packed = "berkas ini dikemas (zip atau gzip): buka kemasannya dahulu"
  /// A document brings a DTD.
  static let hasDTD = "DOCTYPE tidak diterima: hapus deklarasi itu dari awal berkas"
  /// A schema refers to another file.
  static let refersToFile =
    "skema harus utuh dalam satu berkas: schemaLocation ke berkas lain tidak dibaca"
  /// A tag has, or may have, more attributes than are read.
  static let tooManyAttributes =
    "elemen ini memuat lebih dari \(Limits.attributes) atribut: bukan XML kepatuhan"
  /// A tag does not end soon.
  static let longTag = "tanda < ini tidak ditutup dalam \(Limits.tag.indonesian) byte"

  /// A document is in another encoding than UTF-8.
  static func otherEncoding(_ name: some StringProtocol) -> String {
    "penyandian \(name) tidak diterima: simpan berkas ini sebagai UTF-8"
  }

  /// A text does not end soon.
  static let longText =
    "teks di sini lebih dari \(Limits.text.indonesian) byte tanpa elemen: bukan XML kepatuhan"

  /// An element lies too deep.
  static let tooDeep =
    "elemen ini ada di dalam lebih dari \(Limits.depth) elemen lain: bukan XML kepatuhan"

  /// An element says of itself what one before it said.
  static func repeated(_ name: String, _ fields: [(name: String, value: String)]) -> String {
    let values = fields.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
    return "\(name) dengan \(values) sudah ada di atasnya: hanya boleh sekali"
  }

  /// A list is longer than its elements are told apart.
  static func tooManyKeys(_ name: String) -> String {
    "lebih dari \(Limits.keys.indonesian) \(name) dalam satu daftar: bukan XML kepatuhan satu kecamatan"
  }

  /// An export has more codes of reports or indicators than are kept.
  static let tooManyCodes =
    "kode laporan dan indikatornya bersama-sama lebih dari \(Limits.codes.indonesian) byte"

  /// An export was made from more ledgers than a kecamatan can have.
  static let tooManyLedgers = "lebih dari \(Limits.items.indonesian) sidik_buku"

  /// Faults that were counted and not kept.
  static func uncounted(_ count: Int) -> String {
    "masih ada \(count.indonesian) kesalahan lain dalam berkas ini"
  }

  /// A sum of exports was given where an export is wanted.
  static let isRecap = SchemaFault(
    line: 1, column: nil, message: "ini rekap hasil gabung; sebut ekspor tiap kecamatan")

  /// The document is wrong and libxml2 does not say where.
  static let faultUnknown = "dokumen tidak sesuai skema"

  /// An element or attribute that must be there is not.
  static func missing(_ name: String) -> String { "\(name) tidak ada" }

  /// A value has the right form and means nothing that an office has.
  static func unusable(_ name: String, _ value: String) -> String {
    "\(name) \(value.debugDescription) tidak dapat dipakai: di luar batas yang dikenal"
  }

  /// A region is not the one that the kecamatan lies in.
  static func otherRegion(_ code: String, kecamatan: String) -> String {
    "\(code) bukan wilayah tempat kecamatan \(kecamatan) berada"
  }

  /// A sum or rate is not that of the counts beside it.
  static func otherSum(_ name: String, written: String?, computed: String?) -> String {
    "\(name) tertulis \(written ?? "kosong"), padahal hitungannya \(computed ?? "kosong")"
  }
}

extension SchemaFault: CustomStringConvertible {
  /// The fault as `baris:kolom: pesan`; the caller puts the file's name in front.
  public var description: String {
    column.map { "\(line):\($0): \(message)" } ?? "\(line): \(message)"
  }
}

extension FaultyDocument: CustomStringConvertible {
  /// The faults, a line each; the caller puts the file's name in front of each.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

extension XMLFailure: CustomStringConvertible {
  /// One sentence for the user, with the way to mend it where there is one.
  public var description: String {
    switch self {
    case .unwritableCharacter(let scalar, let value, let place):
      let digits = String(scalar, radix: 16, uppercase: true)
      let number = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return "\(place): nilai \(value.debugDescription) memuat karakter U+\(number), yang tidak "
        + "dapat ditulis dalam XML; perbaiki nilai itu di sumbernya"
    case .callFailed(let name):
      return "\(name) dari libxml2 gagal, biasanya karena memori habis; coba lagi"
    case .tooLarge(let byteCount):
      return "berkas XML sebesar \(byteCount.indonesian) byte terlalu besar untuk dibaca"
    case .brokenSchema(let name, let faults):
      return "\(name) bukan skema yang dapat dipakai" + list(faults)
    case .notValidated(let schema, let faults):
      return "pemeriksaan terhadap \(schema) tidak selesai, dokumen belum dinyatakan sesuai skema"
        + list(faults)
    }
  }

  private func list(_ faults: [SchemaFault]) -> String {
    faults.isEmpty ? "" : ": " + faults.map(\.description).joined(separator: "; ")
  }
}
