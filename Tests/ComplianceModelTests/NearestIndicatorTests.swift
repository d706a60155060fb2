import ComplianceModel
import TestSupport
import Testing

/// What was meant by a word that is no code of an indicator.
struct NearestIndicatorTests {
  private static let names = [
    ("K01", "Indeks Kepuasan Masyarakat dalam Pelayanan"),
    ("K02", "Persentase pengaduan masyarakat yang diselesaikan"),
    ("K03", "Persentase desa dengan administrasi yang baik"),
    ("K14", "Persentase desa yang tertib"),
  ]

  private func nearest(_ word: String) -> NearestIndicator? {
    var codes = CodeTable()
    let card = codes.intern("camat")
    return Self.names.map { label, name in
      Indicator(
        code: codes.intern(label), label: label, card: card, role: card,
        wording: Indicator.Wording(name: name), kind: .percent, unit: "persen",
        direction: .upward, target: IndicatorTarget(), source: .measurement(.latest), scale: nil,
        components: [], reading: nil, note: nil,
        place: SourcePlace(file: "a.yaml", line: 1, column: 1))
    }.nearest(to: word)
  }

  @Test(arguments: [
    ("K1", "K01", nil), ("k012", "K01", nil),
    ("IKM", "K01", "Indeks Kepuasan Masyarakat dalam Pelayanan"),
    ("IKMM", "K01", "Indeks Kepuasan Masyarakat dalam Pelayanan"),
    ("ikmdp", "K01", "Indeks Kepuasan Masyarakat dalam Pelayanan"),
    ("pengaduan", "K02", "Persentase pengaduan masyarakat yang diselesaikan"),
    ("Kepuasan Masyarakat", "K01", "Indeks Kepuasan Masyarakat dalam Pelayanan"),
    ("tertib", "K14", "Persentase desa yang tertib"),
  ])
  func `a code, the initials of a name, or a word of one name alone is understood`(
    _ word: String, _ label: String, _ name: String?
  ) {
    #expect(nearest(word)?.label == label)
    #expect(nearest(word)?.name == name)
  }

  @Test(arguments: ["desa", "persentase", "ik", "", "XYZ", "anggaran"])
  func `what fits none, or more than one, is not guessed`(_ word: String) {
    #expect(nearest(word) == nil)
  }
}
