import CalendarFiles
import ComplianceModel
import TestSupport
import Testing

/// The steps of a report, as files hold them.
struct WorkStepsFileTests {
  private static func office(_ line: String) throws -> (office: Office?, findings: [Finding]) {
    let text = """
      zona: WITA
      kalender: [nasional]
      minggu_kerja: [{ hari: 5, sejak: 2019-01-01 }]
      \(line)
      """
    return OfficeFile.read(YAMLText(Array(text.utf8), file: "kantor.yaml"))
  }

  @Test func `the shipped steps are read, and say that they are no rule`() throws {
    let path = "Calendars/rencana/langkah.yaml"
    let (steps, findings) = WorkStepsFile.read(
      YAMLText(try Repository.bytes(path), file: path))
    #expect(findings.isEmpty)
    #expect(steps?.source?.title == "kebiasaan kantor, bukan aturan")
    #expect(steps?.steps.map(\.name) == ["mulai", "konsep", "paraf", "tanda tangan"])
  }

  @Test(arguments: ["", "langkah: []\n", "langkah: [{ nama: a, hari_kerja: 1 }]\nasing: 1\n"])
  func `a file that lacks something, or has something strange, gives no steps`(text: String) throws
  {
    let head = "diperiksa: 2026-11-29\nsumber: kebiasaan\nkeyakinan: LOCAL\n"
    let (steps, findings) = WorkStepsFile.read(
      YAMLText(Array((head + text).utf8), file: "langkah.yaml"))
    #expect(steps == nil)
    #expect(!findings.isEmpty)
  }

  @Test func `an office has steps of its own, or none`() throws {
    let own = try WorkStepsFileTests.office(
      "rencana_kerja: [{ nama: rapat, hari_kerja: 250 }, { nama: kirim, hari_kerja: 0 }]")
    #expect(own.findings.isEmpty)
    #expect(own.office?.workSteps?.steps.map(\.workingDays) == [250, 0])
    #expect(own.office?.workSteps?.source == nil)
    let usual = try WorkStepsFileTests.office("petugas: Budi")
    #expect(usual.office != nil && usual.office?.workSteps == nil)
  }

  @Test func `two steps may fall on one day, and none further away than the one before`() throws {
    func findings(_ days: Int) throws -> [Finding] {
      try WorkStepsFileTests.office(
        "rencana_kerja: [{ nama: a, hari_kerja: 2 }, { nama: b, hari_kerja: \(days) }]"
      ).findings
    }
    #expect(try findings(2).isEmpty)
    #expect(try findings(3).count == 1)
  }
}
