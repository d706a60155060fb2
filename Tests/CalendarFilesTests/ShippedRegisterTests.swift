import CalendarFiles
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// The 106 indicators of the four offices: each is loaded, and answers.
@Suite struct `Shipped registers` {
  /// Codes of a series: `H01`, `H02` and so on.
  private static func codes(_ letter: String, _ count: Int) -> [String] {
    (1...count).map { "\(letter)\($0 < 10 ? "0" : "")\($0)" }
  }

  @Test func `the folder holds these four and no other`() throws {
    #expect(
      try Repository.names(in: "Calendars/iku") == [
        "barito-kuala-jejangkit-2023.yaml", "lumajang-tekung.yaml",
        "tapin-candi-laras-selatan-2020.yaml", "tapin-hatungun-2021.yaml",
      ])
  }

  @Test func `each indicator is there under its code, in the order of printing`() throws {
    let registers = try ShippedRegister.all()
    #expect(
      registers.map { $0.register.indicators.map(\.label) } == [
        `Shipped registers`.codes("H", 20), `Shipped registers`.codes("C", 29),
        `Shipped registers`.codes("T", 13), `Shipped registers`.codes("J", 44),
      ])
    #expect(registers.map(\.register.indicators.count).reduce(0, +) == 106)
    #expect(registers.map(\.register.cards.count) == [6, 9, 7, 8])
    for shipped in registers {
      #expect(shipped.register.region == shipped.office.kecamatan.code)
      for indicator in shipped.register.indicators {
        #expect(shipped.register.cards.contains { $0.role == indicator.card })
        #expect(!indicator.wording.name.isEmpty && !indicator.unit.isEmpty)
      }
    }
  }

  @Test func `the owner is blank where the office left it blank, and nowhere else`() throws {
    let blank = try ShippedRegister.all().flatMap { shipped in
      shipped.register.indicators.filter { $0.role == nil }.map(\.label)
    }
    #expect(blank == ["H11", "C20", "J18", "J19"])
    // One stands on a card that is not its owner's.
    let elsewhere = try ShippedRegister.all().flatMap { shipped in
      shipped.register.indicators.filter { $0.role != nil && $0.role != $0.card }.map(\.label)
    }
    #expect(elsewhere == ["J27"])
  }

  @Test func `the kinds are those of the names and not of the formulas`() throws {
    func labels(_ kind: Indicator.Kind) throws -> [[String]] {
      try ShippedRegister.all().map { shipped in
        shipped.register.indicators.filter { $0.kind == kind }.map(\.label)
      }
    }
    #expect(try labels(.index) == [["H01"], ["C01"], ["T01"], ["J01", "J02"]])
    #expect(
      try labels(.count) == [
        ["H14", "H15"], ["C16", "C23", "C24"], [],
        ["J12", "J14"] + `Shipped registers`.codes("J", 44).dropFirst(19),
      ])
  }

  @Test func `five targets are printed, and no other is guessed`() throws {
    let targets = try ShippedRegister.all().flatMap { shipped in
      shipped.register.indicators.compactMap { indicator in
        indicator.target.hundredths(of: 2026).map { "\(indicator.label) \($0)" }
      }
    }
    #expect(targets == ["H14 4800", "H15 3200", "C16 100", "C23 7200", "C24 4800"])
  }

  @Test func `what can be read in two ways has the other reading beside it`() throws {
    for (shipped, codes) in [
      (try ShippedRegister.hatungun(), ["H05", "H10"]),
      (try .candiLarasSelatan(), ["C05", "C14"]),
    ] {
      for code in codes {
        guard case .documents(_, let others) = try shipped.indicator(code).source else {
          Issue.record("\(code) is not counted from documents")
          continue
        }
        #expect(others.count == 1)
        #expect(others.allSatisfy { $0.name != nil && $0.asksForOnTime })
      }
    }
  }

  @Test func `these are counted from evidence, and all others are measured`() throws {
    let counted = try ShippedRegister.all().map { shipped in
      shipped.register.indicators.filter {
        if case .documents = $0.source { true } else { false }
      }.map(\.label)
    }
    #expect(
      counted == [
        ["H05", "H10", "H14", "H15"], ["C05", "C14", "C16", "C23", "C24"], ["T03", "T08"],
        [
          "J12", "J14", "J20", "J21", "J22", "J23", "J24", "J25", "J26", "J33", "J38", "J39", "J40",
        ],
      ])
    let shared = try ShippedRegister.all().flatMap { shipped in
      shipped.register.indicators.compactMap { indicator -> String? in
        guard case .sameAs(let code) = indicator.source,
          let original = shipped.register.indicator(code)
        else { return nil }
        return "\(indicator.label)=\(original.label)"
      }
    }
    #expect(shared == ["T11=T03", "J07=J04", "J11=J08"])
  }

  @Test func `the minimum of a service is a class in Hatungun and a number in Candi Laras`() throws
  {
    #expect(
      try ShippedRegister.hatungun().indicator("H02").source
        == .survey(.servicesOfClass("B"), .latest))
    #expect(
      try ShippedRegister.candiLarasSelatan().indicator("C02").source
        == .survey(.servicesAtLeast(hundredths: 7500), .latest))
  }

  // MARK: - A year in which everything is on time, and an empty one

  private func expect(
    _ shipped: ShippedRegister, _ full: [(code: String, full: String, empty: String)]
  ) throws {
    let scorecard = try shipped.scorecard(2026, try shipped.fullYear(2026))
    let none = try shipped.scorecard(2026, [])
    for (code, wanted, empty) in full {
      #expect(try shipped.text(code, of: scorecard) == wanted, "\(code)")
      #expect(try shipped.text(code, of: none) == empty, "\(code) of nothing")
    }
    for entry in none.entries where entry.count == nil {
      #expect(entry.figure == nil, "\(entry.indicator.label)")
      #expect(entry.remarks.isEmpty)
    }
    #expect(
      none.entries.filter { $0.count != nil }.map(\.indicator.label) == full.map(\.code))
  }

  @Test func `Hatungun counts 48 documents and 32 recommendations`() throws {
    let shipped = try ShippedRegister.hatungun()
    try expect(
      shipped,
      [("H05", "7/7", "0/7"), ("H10", "15/15", "0/15"), ("H14", "48", "0"), ("H15", "32", "0")])
    let scorecard = try shipped.scorecard(2026, try shipped.fullYear(2026))
    let kinerja = try shipped.entry("H05", of: scorecard)
    #expect(kinerja.alternatives.map { ShippedRegister.text($0.figure) } == ["15/15"])
    #expect(kinerja.figure?.value?.text() == "100.00")
    #expect(
      kinerja.quarters.map { "\($0.key.number) \(ShippedRegister.text($0.value))" }.sorted()
        == ["1 4/4", "2 1/1", "3 1/1", "4 1/1"])
    #expect(
      kinerja.cumulative.map { "\($0.key.number) \(ShippedRegister.text($0.value))" }.sorted()
        == ["1 4/4", "2 5/5", "3 6/6", "4 7/7"])
    let documents = try shipped.entry("H14", of: scorecard)
    #expect(documents.achievement?.percent() == "100.00")
    #expect(documents.figure?.value?.text() == "48")
  }

  @Test func `Candi Laras Selatan counts 72 and 48, and its one report of Trantib`() throws {
    try expect(
      try .candiLarasSelatan(),
      [
        ("C05", "7/7", "0/7"), ("C14", "15/15", "0/15"), ("C16", "1", "0"), ("C23", "72", "0"),
        ("C24", "48", "0"),
      ])
  }

  @Test func `Tekung has one number under two owners`() throws {
    let shipped = try ShippedRegister.tekung()
    try expect(
      shipped, [("T03", "24/24", "0/24"), ("T08", "9/9", "0/9"), ("T11", "24/24", "0/24")])
    let scorecard = try shipped.scorecard(2026, try shipped.fullYear(2026))
    #expect(try shipped.entry("T11", of: scorecard).original.label == "T03")
    // A quarter asks for what is due in it, and the second for nothing.
    #expect(
      try shipped.entry("T03", of: scorecard).quarters
        .map { "\($0.key.number) \(ShippedRegister.text($0.value)) \($0.value.value == nil)" }
        .sorted() == ["1 8/8 false", "2 0/0 true", "3 8/8 false", "4 8/8 false"])
  }

  @Test func `Jejangkit counts its own reports and budget documents`() throws {
    let shipped = try ShippedRegister.jejangkit()
    try expect(
      shipped,
      [
        ("J12", "11", "0"), ("J14", "1", "0"), ("J20", "4/4", "0/4"), ("J21", "2", "0"),
        ("J22", "1", "0"), ("J23", "1", "0"), ("J24", "1", "0"), ("J25", "1", "0"),
        ("J26", "1/1", "0/1"), ("J33", "12", "0"), ("J38", "1", "0"), ("J39", "12", "0"),
        ("J40", "12", "0"),
      ])
    let scorecard = try shipped.scorecard(2026, try shipped.fullYear(2026))
    // "Jumlah" with a formula times a hundred: the count is the value, the share beside it.
    let reports = try shipped.entry("J20", of: scorecard)
    #expect(reports.figure?.value?.text() == "4")
    #expect(reports.figure?.share?.percent() == "100.00")
  }

  @Test func `a target that the office sets is below the line of J33`() throws {
    let own = """
      register: barito-kuala-jejangkit-2023
      diperiksa: 2026-01-05
      indikator: [{ kode: J33, target: { 2026: 16 } }]
      """
    let shipped = try ShippedRegister.jejangkit(own: own)
    let scorecard = try shipped.scorecard(2026, try shipped.fullYear(2026))
    let entry = try shipped.entry("J33", of: scorecard)
    #expect(ShippedRegister.text(entry.figure) == "12/16")
    #expect(entry.figure?.share?.percent() == "75.00")
    #expect(entry.achievement?.percent() == "75.00")
  }

  // MARK: - Years with something missing

  @Test func `a desa that is exempt from RKPDes leaves twenty-three below the line`() throws {
    let shipped = try ShippedRegister.tekung()
    let village = shipped.office.kecamatan.villages[0].code
    let id = try shipped.id("RKPDes", "2027", of: village)
    let exempt = shipped.row(.exempted, id, try day("2026-02-01"), number: 1000)
    for rows in [try shipped.fullYear(2026), try shipped.fullYear(2026) { $0 == id }] {
      let scorecard = try shipped.scorecard(2026, rows + [exempt])
      #expect(try shipped.text("T03", of: scorecard) == "23/23")
      #expect(try shipped.text("T11", of: scorecard) == "23/23")
    }
    #expect(
      try shipped.text("T03", of: shipped.scorecard(2026, [exempt])) == "0/23")
  }

  @Test func `one late LPPDesa is one of twenty-four`() throws {
    let shipped = try ShippedRegister.tekung()
    let id = try shipped.id("LPPDesa", "2025", of: shipped.office.kecamatan.villages[3].code)
    let rows = try shipped.fullYear(2026) { $0 == id }
    for (date, wanted) in [("2026-03-31", "24/24"), ("2026-04-01", "23/24")] {
      let late = shipped.row(.submitted, id, try day(date), number: 1000)
      let scorecard = try shipped.scorecard(2026, rows + [late])
      #expect(try shipped.text("T03", of: scorecard) == wanted)
    }
  }

  @Test func `the best of T03 falls when the due day of a report goes by, not with a penetapan`()
    throws
  {
    let shipped = try ShippedRegister.tekung()
    for (date, best) in [
      ("2026-03-31", "24/24"), ("2026-04-01", "16/24"), ("2026-09-30", "16/24"),
      ("2026-10-01", "16/24"), ("2026-12-31", "16/24"), ("2027-01-01", "16/24"),
    ] {
      let scorecard = try shipped.scorecard(2026, [], on: date)
      #expect(
        ShippedRegister.text(try shipped.entry("T03", of: scorecard).best) == best, "\(date)")
      // T08 counts what was made, so that nothing is ever out of reach.
      #expect(try shipped.entry("T08", of: scorecard).best == nil)
    }
  }

  @Test func `one half of Realisasi is not a document, and is remarked upon`() throws {
    let shipped = try ShippedRegister.hatungun()
    let id = try shipped.id(
      "RealisasiDes", "2026-S1", of: shipped.office.kecamatan.villages[5].code)
    let scorecard = try shipped.scorecard(2026, try shipped.fullYear(2026) { $0 == id })
    let entry = try shipped.entry("H14", of: scorecard)
    #expect(ShippedRegister.text(entry.figure) == "47")
    #expect(entry.remarks == [.halfDone(1)])
    #expect(entry.achievement?.percent() == "97.92")
  }

  @Test func `RPJMDes counts while it is in force, and not when its term is over`() throws {
    let shipped = try ShippedRegister.hatungun()
    let village = shipped.office.kecamatan.villages[0].code
    let current = try shipped.id("RPJMDes", "2026", of: village)
    let rows = try shipped.fullYear(2026) { $0 == current }
    for (made, wanted) in [("2021-03-01", "48"), ("2015-03-01", "47")] {
      let date = try day(made)
      let id = try shipped.id("RPJMDes", "\(date.year)", of: village)
      let earlier = shipped.row(.submitted, id, date, number: 1000)
      let scorecard = try shipped.scorecard(2026, rows + [earlier])
      #expect(try shipped.text("H14", of: scorecard) == wanted, "\(made)")
    }
  }

  @Test func `a returned report is not made, and the on-time reading says so too`() throws {
    let shipped = try ShippedRegister.hatungun()
    let id = try shipped.id("LPPD", "2025", of: shipped.office.kecamatan.code)
    let back = shipped.row(.returned, id, try day("2026-03-05"), number: 1000)
    let again = shipped.row(.submitted, id, try day("2026-03-09"), number: 1001)
    let rows = try shipped.fullYear(2026)
    var scorecard = try shipped.scorecard(2026, rows + [back])
    #expect(try shipped.text("H10", of: scorecard) == "14/15")
    #expect(try shipped.text("H05", of: scorecard) == "6/7")
    // Its first date can still count.
    #expect(ShippedRegister.text(try shipped.entry("H05", of: scorecard).best) == "7/7")
    scorecard = try shipped.scorecard(2026, rows + [back, again])
    #expect(try shipped.text("H10", of: scorecard) == "15/15")
    #expect(try shipped.text("H05", of: scorecard) == "7/7")
  }

  @Test func `a late report is made, and only the on-time reading leaves it out`() throws {
    let shipped = try ShippedRegister.hatungun()
    let id = try shipped.id("Renja", "2027", of: shipped.office.kecamatan.code)
    let late = shipped.row(.submitted, id, try day("2026-12-01"), number: 1000)
    let scorecard = try shipped.scorecard(2026, try shipped.fullYear(2026) { $0 == id } + [late])
    let entry = try shipped.entry("H10", of: scorecard)
    #expect(ShippedRegister.text(entry.figure) == "15/15")
    #expect(entry.alternatives.map { ShippedRegister.text($0.figure) } == ["14/15"])
    #expect(entry.alternatives.map { ShippedRegister.text($0.best) } == ["14/15"])
    #expect(try shipped.text("H05", of: scorecard) == "7/7")
  }

  // MARK: - What is measured

  @Test func `a measured value stands under both of its owners, with its class`() throws {
    let shipped = try ShippedRegister.jejangkit()
    let kecamatan = shipped.office.kecamatan.code
    func measured(_ code: String, _ covered: String, number: Int) throws -> LedgerEvent {
      shipped.row(
        .measured, try shipped.id(code, covered, of: kecamatan), try day("2026-11-01"),
        number: number)
    }
    let values = ["12/15", "80.00", "76.60", "7/6"]
    let rows = [
      try measured("J04", "2026-TW1", number: 1), try measured("J02", "2026", number: 2),
      try measured("J01", "2026-TW2", number: 3), try measured("J08", "2026-TW3", number: 4),
    ]
    let scorecard = try shipped.scorecard(2026, rows) { MeasuredValue(values[$0.number - 1]) }
    for code in ["J04", "J07"] {
      let entry = try shipped.entry(code, of: scorecard)
      #expect(entry.figure?.value?.text() == "80.00")
      #expect(entry.original.label == "J04")
      let missing = [try period("2026-TW2"), try period("2026-TW3")]
      #expect(entry.remarks == [.unmeasured(missing)])
    }
    let score = try shipped.entry("J02", of: scorecard)
    #expect(score.grade?.letters == "BB")
    #expect(score.figure?.numerator == nil)
    #expect(score.remarks.isEmpty)
    #expect(try shipped.entry("J01", of: scorecard).grade?.letters == "C")
    #expect(try shipped.entry("J11", of: scorecard).remarks.contains(.overHundred))
  }

  // MARK: - Validity

  @Test func `Jejangkit's ends with 2026, and the others until they are replaced`() throws {
    func isInForce(_ shipped: ShippedRegister, on date: String) throws -> Bool {
      try shipped.register.validity(among: [shipped.register])?.contains(day(date)) ?? false
    }
    let jejangkit = try ShippedRegister.jejangkit()
    #expect(try !isInForce(jejangkit, on: "2023-04-18"))
    #expect(try isInForce(jejangkit, on: "2023-04-19"))
    #expect(try isInForce(jejangkit, on: "2026-12-31"))
    #expect(try !isInForce(jejangkit, on: "2027-01-01"))
    let hatungun = try ShippedRegister.hatungun()
    #expect(try !isInForce(hatungun, on: "2021-02-28"))
    #expect(try isInForce(hatungun, on: "2021-03-01"))
    #expect(try isInForce(hatungun, on: "2026-12-31"))
    let candi = try ShippedRegister.candiLarasSelatan()
    #expect(try !isInForce(candi, on: "2020-01-31"))
    #expect(try isInForce(candi, on: "2020-02-01"))
    #expect(try isInForce(.tekung(), on: "2019-01-01"))
  }
}
