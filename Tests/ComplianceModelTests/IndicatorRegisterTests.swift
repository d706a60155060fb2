import CivilCalendar
import ComplianceModel
import TestSupport
import Testing

struct IndicatorRegisterTests {
  private func register(
    _ name: String, since: String? = nil, through: String? = nil, replaces: String? = nil
  ) throws -> IndicatorRegister {
    IndicatorRegister(
      name: name, title: name, region: try region("63.05.12"),
      source: LegalSource(title: "Keputusan contoh"),
      validity: Validity(
        since: try since.map { try day($0) }, through: try through.map { try day($0) }),
      replaces: replaces, note: nil, cards: [], indicators: [])
  }

  @Test func `one without a printed end stays in force until it is replaced`() throws {
    let old = try register("lama", since: "2021-03-01")
    #expect(old.validity(among: [old])?.through == nil)
    let new = try register("baru", since: "2027-01-01", replaces: "lama")
    for others in [[old, new], [new, old], [new]] {
      let validity = try #require(old.validity(among: others))
      #expect(try validity.contains(day("2021-03-01")))
      #expect(try !validity.contains(day("2021-02-28")))
      #expect(try validity.contains(day("2026-12-31")))
      #expect(try !validity.contains(day("2027-01-01")))
      #expect(new.validity(among: others) == new.validity)
    }
  }

  @Test func `a printed end holds, and a replacement can only come before it`() throws {
    let printed = try register("lama", since: "2023-04-19", through: "2026-12-31")
    #expect(printed.validity(among: [printed]) == printed.validity)
    let early = try register("awal", since: "2025-07-01", replaces: "lama")
    #expect(try printed.validity(among: [printed, early])?.through == day("2025-06-30"))
    let late = try register("akhir", since: "2028-01-01", replaces: "lama")
    #expect(printed.validity(among: [printed, late]) == printed.validity)
    #expect(try printed.validity(among: [late, early])?.through == day("2025-06-30"))
  }

  @Test func `two that do not replace each other stand side by side`() throws {
    let first = try register("pertama", since: "2021-03-01")
    let second = try register("kedua", since: "2023-04-19", through: "2026-12-31")
    let others = [first, second]
    #expect(first.validity(among: others) == first.validity)
    #expect(second.validity(among: others) == second.validity)
  }

  @Test func `the day on which no register is in force any more is found, gaps and all`() throws {
    func gap(_ registers: [IndicatorRegister], _ from: String) throws -> CivilDate? {
      IndicatorRegister.firstDay(without: registers, from: try day(from))
    }
    let first = try register("pertama", since: "2023-04-19", through: "2026-12-31")
    #expect(try gap([first], "2023-04-18") == day("2023-04-18"))
    #expect(try gap([first], "2023-04-19") == day("2027-01-01"))
    #expect(try gap([first], "2026-12-31") == day("2027-01-01"))
    #expect(try gap([first], "2027-01-01") == day("2027-01-01"))
    #expect(try gap([], "2026-01-01") == day("2026-01-01"))
    // One that follows on the next day leaves no gap, and one a day later does.
    let next = try register("kedua", since: "2027-01-01", through: "2027-06-30")
    let late = try register("ketiga", since: "2027-07-02")
    #expect(try gap([late, next, first], "2026-05-01") == day("2027-07-01"))
    #expect(try gap([late, next, first], "2027-07-02") == nil)
    // One without an end beside it keeps it from coming.
    let open = try register("keempat", since: "2026-01-01")
    #expect(try gap([first, open], "2026-05-01") == nil)
  }

  @Test func `one that is replaced before it begins is never in force`() throws {
    let late = try register("lama", since: "2027-01-01")
    for since in ["2026-06-01", "2027-01-01"] {
      let new = try register("baru", since: since, replaces: "lama")
      #expect(late.validity(among: [late, new]) == nil)
    }
    let dayAfter = try register("baru", since: "2027-01-02", replaces: "lama")
    #expect(try late.validity(among: [dayAfter])?.through == day("2027-01-01"))
  }

  @Test func `one that always was in force takes the whole of another's place`() throws {
    let old = try register("lama", since: "2021-03-01")
    let undated = try register("baru", replaces: "lama")
    #expect(old.validity(among: [old, undated]) == nil)
  }

  @Test func `nothing replaces itself`() throws {
    let own = try register("lama", since: "2021-03-01", replaces: "lama")
    #expect(own.validity(among: [own]) == own.validity)
  }
}
