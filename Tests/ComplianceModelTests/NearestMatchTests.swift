import ComplianceModel
import Testing

struct NearestMatchTests {
  private static let cases: [(word: String, candidates: [String], nearest: String?)] = [
    ("jabatam", ["nama", "jabatan"], "jabatan"), ("LKIPP", ["LPPD", "LKIP"], "LKIP"),
    ("Uij", ["Lain", "Uji"], "Uji"), ("U10", ["U01", "U02"], "U01"),
    // A third of the word may differ, where it begins otherwise; half of it, where it begins alike.
    ("sasran", ["sasaran"], "sasaran"), ("xxsaran", ["sasaran"], "sasaran"),
    ("xxxaran", ["sasaran"], nil), ("sasaran", ["jabatan", "target"], nil),
    ("sampai", ["nama"], nil), ("persentase", ["persen", "jumlah"], "persen"),
    ("tahun-depan", ["tahun-ini"], "tahun-ini"), ("tahxxxxx", ["tahun-ini"], nil),
    ("", ["a"], "a"), ("ab", ["xy"], nil),
    // A letter left out, doubled, turned with the next, or another; other case; a blank too much.
    ("jadwl", ["jadwal"], "jadwal"), ("jaddwal", ["jadwal"], "jadwal"),
    ("jawdal", ["jadwal"], "jadwal"), ("jadual", ["jadwal"], "jadwal"),
    ("JADWL", ["jadwal"], "jadwal"), ("ka lender", ["kalender"], "kalender"),
    ("Kasubag", ["kasi", "kasubbag"], "kasubbag"),
    // Of equally near words one with the same first letter is meant, then one with the same letters, then the one in
    // front.
    ("LKPI", ["LPPD", "LKPJ", "LKIP"], "LKIP"), ("LKPA", ["LKPJ", "LKIP"], "LKPJ"),
    ("bku", ["iku", "buku"], "buku"), ("bku", ["buku", "iku", "beku"], "buku"),
  ]

  @Test(arguments: cases)
  func `a word is taken for another one only where it is near`(
    _ word: String, _ candidates: [String], _ nearest: String?
  ) {
    #expect(nearestMatch(to: word, among: candidates) == nearest)
  }
}
