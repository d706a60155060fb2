import CivilCalendar
import ComplianceModel
import TestSupport
import Testing
import Workspace

/// The register of indicators to fill in.
struct RegisterSampleTests {
  private func sample(_ founded: FoundedWorkspace, named name: String? = nil) throws
    -> RegisterSample
  {
    let kecamatan = try #require(try founded.open().kecamatan.first)
    return try RegisterSample(
      for: kecamatan, named: name, on: day("2026-07-06"), data: founded.data)
  }

  /// The register as the workspace reads a text.
  private func register(_ text: String, _ name: String, in founded: FoundedWorkspace) throws
    -> IndicatorRegister
  {
    try founded.folder.write(text, to: "kalender/iku/\(name).yaml")
    try founded.change("kantor.yaml", "iku: []", to: "iku: [\(name)]")
    var desk = try founded.desk()
    return try #require(try desk.registers().first)
  }

  @Test func `it is read as written, for a kecamatan that nobody knows, without any target`() throws
  {
    let founded = try FoundedWorkspace("91.99.01", table: FoundedWorkspace.madeUp)
    let sample = try sample(founded)
    #expect(sample.name == "iku-muara-contoh")
    let register = try register(sample.text, sample.name, in: founded)
    #expect(register.cards.count == 6)
    #expect(register.indicators.count == 20)
    #expect(sample.cardCount == 6)
    #expect(sample.indicatorCount == 20)
    #expect(register.region.description == "91.99.01")
    #expect(register.indicators.allSatisfy { register.target(of: $0, in: 2026) == nil })
    #expect(!sample.text.contains("@"))
    // 6 and 4 for each of the three desa that lie there.
    #expect(sample.text.contains("# target: 18\n"))
    #expect(sample.text.contains("# target: 12\n"))
  }

  @Test func `every line that waits for its number is right where it is`() throws {
    let founded = try FoundedWorkspace("91.99.01", table: FoundedWorkspace.madeUp)
    let sample = try sample(founded, named: "kantor-2026")
    let filled = sample.text.replacing("    # target:", with: "    target:")
      .replacing("# berlaku:", with: "berlaku:")
    let register = try register(filled, "kantor-2026", in: founded)
    #expect(register.indicators.allSatisfy { register.target(of: $0, in: 2026) != nil })
    #expect(register.validity.since == (try day("2026-01-01")))
  }

  @Test(arguments: [("iku-a", true), ("2026", true), ("", false), ("-a", false), ("a b", false)])
  func `a name can be that of a file`(_ name: String, _ isName: Bool) {
    #expect(RegisterSample.isName(name) == isName)
  }

  @Test func `a name that needs quotes in a file is one name still`() throws {
    let table = FoundedWorkspace.madeUp.replacing("Muara Contoh", with: "\"'Uban: #1'\"")
    let founded = try FoundedWorkspace("91.99.01", table: table)
    let sample = try sample(founded)
    #expect(sample.name == "iku-uban-1")
    let register = try register(sample.text, sample.name, in: founded)
    #expect(register.title.hasSuffix("'Uban: #1'"))
  }
}
