import ComplianceModel
import TestSupport
import Testing

/// What a desa, a kecamatan and their heads are called.
struct LocalWordsTests {
  private static func entries() throws -> [LocalWords.Entry] {
    [
      LocalWords.Entry(
        region: try region("13.09"), words: [.village: "Desa", .villageHead: "Kepala Desa"]),
      LocalWords.Entry(
        region: try region("13"), words: [.village: "Nagari", .villageHead: "Wali Nagari"]),
      LocalWords.Entry(
        region: try region("91"), words: [.kecamatan: "Distrik", .kecamatanHead: "Kepala Distrik"]),
      LocalWords.Entry(region: try region("13.05.02"), words: [.village: "Korong"]),
    ]
  }

  @Test(arguments: [
    ("63.05.12", "Desa", "Kepala Desa", "Camat", "Bupati"),
    ("13.05.01", "Nagari", "Wali Nagari", "Camat", "Bupati"),
    ("13.05.02", "Korong", "Wali Nagari", "Camat", "Bupati"),
    ("13.09.01", "Desa", "Kepala Desa", "Camat", "Bupati"),
    ("91.71.01", "Desa", "Kepala Desa", "Kepala Distrik", "Wali Kota"),
    ("35.79.01", "Desa", "Kepala Desa", "Camat", "Wali Kota"),
    ("35.69.01", "Desa", "Kepala Desa", "Camat", "Bupati"),
  ])
  func `the longest code wins, word by word, and a kota has a wali kota`(
    code: String, village: String, head: String, camat: String, regencyHead: String
  ) throws {
    let words = LocalWords(of: try region(code), try LocalWordsTests.entries())
    #expect(words[.village] == village)
    #expect(words[.villageHead] == head)
    #expect(words[.kecamatanHead] == camat)
    #expect(words[.regencyHead] == regencyHead)
  }

  @Test func `what the office says itself comes before all others`() throws {
    let words = LocalWords(
      of: try region("13.05.01"), try LocalWordsTests.entries(),
      own: [.village: "Desa", .regencyHead: "Wali Kota"])
    #expect(words[.village] == "Desa")
    #expect(words[.villageHead] == "Wali Nagari")
    #expect(words[.regencyHead] == "Wali Kota")
  }

  @Test func `without anything of its own a region has the words of the law`() throws {
    #expect(
      LocalWords(of: try region("63.05.12"), try LocalWordsTests.entries()) == .national)
  }

  @Test func `a name that has the word in front is not given it again`() throws {
    let words = LocalWords(of: try region("13.05.01"), try LocalWordsTests.entries())
    #expect(words.named(.village, "Lubuk Alung") == "Nagari Lubuk Alung")
    #expect(words.named(.village, "Nagari Balah Hilia") == "Nagari Balah Hilia")
    #expect(words.named(.village, "Nagaria") == "Nagari Nagaria")
    #expect(words.villageHead(of: "Lubuk Alung") == "Wali Nagari Lubuk Alung")
    #expect(words.villageHead(of: "Nagari Balah Hilia") == "Wali Nagari Balah Hilia")
    #expect(LocalWords.national.villageHead(of: "Desa Baru") == "Kepala Desa Baru")
  }

  @Test(arguments: [
    ("Bupati melalui Camat", "Wali Kota melalui Kepala Distrik"),
    ("bupati melalui camat", "wali kota melalui kepala distrik"),
    ("Camat dan Kepala Desa", "Kepala Distrik dan Kepala Desa"),
    ("Sekretariat Bupatian, pra-Camat", "Sekretariat Bupatian, pra-Kepala Distrik"),
    ("", ""), ("BPD", "BPD"),
  ])
  func `what a calendar writes for the whole country is said with the words of the region`(
    text: String, local: String
  ) throws {
    let words = LocalWords(of: try region("91.71.01"), try LocalWordsTests.entries())
    #expect(words.localized(text) == local)
    #expect(LocalWords.national.localized(text) == text)
  }

  @Test func `a name may have the word of the region in front`() throws {
    let kecamatan = Kecamatan(
      province: nil, regency: nil, unit: Unit(code: try region("13.05.01"), name: "Lubuk Alung"),
      members: [
        Unit(code: try region("13.05.01.2001"), name: "Lubuk Alung"),
        Unit(code: try region("13.05.01.2009"), name: "Nagari Balah Hilia"),
      ])
    let words = LocalWords(of: kecamatan.code, try LocalWordsTests.entries())
    let names = UnitNames([kecamatan.called(words)])
    let lubuk = try region("13.05.01.2001")
    for text in ["Nagari Lubuk Alung", "nagari lubuk alung", "Desa Lubuk Alung"] {
      #expect(names.match(text) == .one(lubuk))
    }
    for text in ["Balah Hilia", "Nagari Balah Hilia", "nagari Nagari Balah Hilia"] {
      #expect(names.match(text) == .one(try region("13.05.01.2009")))
    }
    // Elsewhere the word is a part of the name and nothing else.
    #expect(
      UnitNames([kecamatan]).match("Nagari Lubuk Alung") != .one(lubuk))
    #expect(kecamatan.called(words).displayName(of: lubuk) == "Nagari Lubuk Alung")
    #expect(kecamatan.displayName(of: lubuk) == "Desa Lubuk Alung")
  }
}
