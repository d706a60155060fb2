package import ComplianceModel

/// The lines at the head of what an office gives out (kop naskah dinas).
package struct LetterheadText: Sendable {
  private let letterhead: Letterhead
  private let kecamatan: Kecamatan

  /// The head of an office.
  package init(_ letterhead: Letterhead, _ kecamatan: Kecamatan) {
    self.letterhead = letterhead
    self.kecamatan = kecamatan
  }

  /// The government in the first line: `PEMERINTAH KABUPATEN TAPIN`; `nil` where neither the office nor the
  /// table of regions names it.
  package var government: String? {
    letterhead.government ?? regency.map { "PEMERINTAH \($0)" }
  }

  /// What stands before the name of the government: `PEMERINTAH KABUPATEN`.
  package var governmentKind: String { "PEMERINTAH \(kind)" }

  private var kind: String { kecamatan.code.isOfCity ? "KOTA" : "KABUPATEN" }

  /// `KABUPATEN TAPIN`, `KOTA BATU`.
  private var regency: String? {
    guard let name = kecamatan.regency?.name.uppercased(),
      name.contains(where: { !$0.isWhitespace })
    else { return nil }
    let isWhole = name.hasPrefix("KABUPATEN ") || name.hasPrefix("KOTA ")
    let short = ["KAB. ", "KAB "].first { name.hasPrefix($0) }
    if let short { return "KABUPATEN \(String(name.dropFirst(short.count)))" }
    return isWhole ? name : "\(kind) \(name)"
  }

  /// The office in the second line.
  package var office: String {
    letterhead.office ?? kecamatan.displayName(of: kecamatan.code).uppercased()
  }

  /// What follows the address: telephone and postcode.
  package var contacts: [String] {
    [
      letterhead.telephone.map { "Telepon \($0)" }, letterhead.postcode.map { "Kode Pos \($0)" },
    ].compactMap(\.self)
  }

  /// The address for mail over the Internet.
  package var email: String? { letterhead.email.map { "Pos-el \($0)" } }
}
