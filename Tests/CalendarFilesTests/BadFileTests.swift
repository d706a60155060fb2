@testable import CalendarFiles
import CivilCalendar
import ComplianceModel
import Foundation
import TestSupport
import Testing

/// Every fault that a file can have, and what the user is told about it.
@Suite struct `Bad files` {
  static let names =
    (try? Repository.names(in: "Tests/CalendarFilesTests/BadFiles").filter {
      $0.hasSuffix(".yaml") || $0.hasSuffix(".csv")
    }) ?? []

  /// What is found in a bad file; what kind of file it is stands before the first hyphen.
  static func findings(in name: String) throws -> [Finding] {
    let bytes = try Repository.badFile(name)
    switch name.prefix(while: { $0 != "-" }) {
    case "libur":
      return HolidayFile.read(
        YAMLText(bytes, file: name), year: 2026
      ).findings
    case "kantor": return OfficeFile.read(YAMLText(bytes, file: name)).findings
    case "wilayah": return RegionTable.read(bytes, file: name).findings
    default:
      var builder = CalendarBuilder(for: try region("63.05.12"))
      builder.add(YAMLText(bytes, file: name), layer: .regency)
      let (calendar, _, findings) = builder.finish()
      #expect(calendar == nil, "\(name) gives a calendar")
      return findings
    }
  }

  @Test(arguments: names)
  func `tells every fault with its place and the way out`(_ name: String) throws {
    let findings = try `Bad files`.findings(in: name)
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0.severity == .fault && $0.place.line > 0 })
    let text = findings.map { $0.line + "\n" }.joined()
    expectGolden(text, named: "\(name.prefix { $0 != "." }).txt")
  }

  @Test func `there is a golden text for each bad file and no other`() throws {
    let golden = try Repository.names(in: "Tests/CalendarFilesTests/Golden")
      .filter { name in
        ["kalender", "libur", "kantor", "wilayah"].contains { name.hasPrefix("\($0)-") }
      }
    #expect(golden == `Bad files`.names.map { "\($0.prefix { $0 != "." }).txt" })
  }

  @Test func `six different faults of one file are told at once`() throws {
    let findings = try `Bad files`.findings(in: "kalender-six-faults.yaml")
    #expect(Set(findings.map(\.what)).count >= 6)
    #expect(Set(findings.map(\.place.line)).count >= 6)
  }

  // MARK: - Every sentence

  /// Each case of ``CalendarSentence`` as one bad file brings it out.
  static let sentences: [(sentence: CalendarSentence, file: String)] = [
    (.notUTF8, "kalender-not-utf8.yaml"),
    (.nestedTooDeep, "kalender-nested-too-deep.yaml"),
    (.emptyFile, "kalender-empty.yaml"),
    (.anchor, "kalender-anchor.yaml"),
    (.repeatedKey("kalender"), "kalender-duplicate-key.yaml"),
    (.syntax("did not find expected ',' or ']'"), "kalender-syntax.yaml"),
    (.notAMapping, "kalender-not-a-mapping.yaml"),
    (.notAList, "kalender-not-a-list.yaml"),
    (.notAText, "kalender-not-a-text.yaml"),
    (.unknownKey("alis", nearest: "alias"), "kalender-unknown-key.yaml"),
    (.missingKey("kode"), "kalender-missing-key.yaml"),
    (.notANumber("4", -3...3), "kalender-not-a-number.yaml"),
    (
      .notAChoice("tahunan", ["tahun", "semester", "triwulan", "bulan"], nearest: "tahun"),
      "kalender-not-a-choice.yaml"
    ),
    (.noSuchDate("2026-02-29"), "kalender-no-such-date.yaml"),
    (.noSuchDayOfYear("31 April"), "kalender-no-such-day-of-year.yaml"),
    (.noSuchMonth("Julai"), "kalender-no-such-month.yaml"),
    (.noSuchRegionCode("6305"), "kalender-no-such-region-code.yaml"),
    (.noSuchPart("TW1"), "kalender-no-such-part.yaml"),
    (.emptyValidity, "kalender-empty-validity.yaml"),
    (.noSource, "kalender-no-source.yaml"),
    (.unknownShape(["pekan", "bulan"]), "kalender-unknown-shape.yaml"),
    (.offsetNeedsOneCount, "kalender-offset-needs-one-count.yaml"),
    (.repeatedUnit("63.05.12.2001"), "kalender-repeated-unit.yaml"),
    (.repeatedReport("uji"), "kalender-repeated-report.yaml"),
    (.unknownReport("Uij", nearest: "Uji"), "kalender-unknown-report.yaml"),
    (
      .unknownEvent("rkpd-ditetapka", nearest: "rkpd-ditetapkan"), "kalender-unknown-event.yaml"
    ),
    (.unknownDecree("keppres"), "libur-unknown-decree.yaml"),
    (.ambiguousAlias("laporansama", "Uji", "Lain"), "kalender-ambiguous-alias.yaml"),
    (.noRule("Uji"), "kalender-no-rule.yaml"),
    (.twoRulesInForce("Uji", other: "baris 11"), "kalender-two-rules-in-force.yaml"),
    (
      .quarterContradicts(stated: 2, due: Month.march.lastDay(of: 2026)),
      "kalender-quarter-contradicts.yaml"
    ),
    (.wrongYear(2025, fileYear: 2026), "libur-wrong-year.yaml"),
    (.dateOutsideYear("2025-12-31", 2026), "libur-date-outside-year.yaml"),
    (.noWorkingWeek, "kantor-no-working-week.yaml"),
    (.regionHeader, "wilayah-header.csv"),
    (.regionRow, "wilayah-row.csv"),
    (.regionRepeated("63.05.12", line: 2), "wilayah-repeated.csv"),
    (.regionNameEmpty("63.05.12.2001"), "wilayah-name-empty.csv"),
  ]

  @Test(arguments: sentences)
  func `brings out the sentence`(_ sentence: CalendarSentence, in file: String) throws {
    let found = try `Bad files`.findings(in: file)
    #expect(found.contains { $0.what == sentence.what && $0.remedy == sentence.remedy })
  }

  @Test func `there is a bad file for every sentence`() throws {
    let source = String(
      decoding: try Repository.bytes("Sources/CalendarFiles/CalendarSentence.swift"),
      as: UTF8.self)
    let declared = source.split(separator: "\n").filter { $0.hasPrefix("  case ") }
      .map { $0.dropFirst(7).prefix { $0.isLetter || $0.isNumber } }
    let covered = `Bad files`.sentences.map {
      "\($0.sentence)".prefix { $0.isLetter || $0.isNumber }
    }
    #expect(Set(covered) == Set(declared))
    #expect(covered.count == declared.count)
  }
}
