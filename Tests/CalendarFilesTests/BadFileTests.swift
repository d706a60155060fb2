@testable import CalendarFiles
import CivilCalendar
import ComplianceModel
import DurableFiles
import Foundation
import TestSupport
import Testing

/// Every fault that a file can have, and what the user is told about it.
@Suite struct `Bad files` {
  static let names =
    (try? Repository.names(in: "Tests/CalendarFilesTests/BadFiles").filter {
      $0.hasSuffix(".yaml") || $0.hasSuffix(".csv")
    }) ?? []

  /// Faults of a whole file, which no file of the repository can have.
  static let wholeFiles: KeyValuePairs<String, CalendarSentence> = [
    "berkas-unreadable.yaml": .unreadable("itu folder", "pindahkan folder itu"),
    "berkas-too-large.yaml": .tooLarge(Limits.settings),
    "berkas-other-ending.YAML": .otherEnding,
  ]

  /// What is found in a bad file; what kind of file it is stands before the first hyphen.
  static func findings(in name: String) throws -> [Finding] {
    if let (_, fault) = wholeFiles.first(where: { $0.key == name }) {
      return OfficeFile.read(YAMLText(fault, file: name)).findings
    }
    let bytes = try Repository.badFile(name)
    switch name.prefix(while: { $0 != "-" }) {
    case "iku":
      // An office's own file needs the register that it changes.
      let below =
        name.hasPrefix("iku-own-") ? [("uji.yaml", Array(RegisterLayerTests.shipped.utf8))] : []
      let (register, findings) = try WrittenRegister.read(below + [(name, bytes)])
      #expect(register == nil, "\(name) gives a register")
      return findings
    case "libur":
      return HolidayFile.read(
        YAMLText(bytes, file: name), year: 2026
      ).findings
    case "kantor": return OfficeFile.read(YAMLText(bytes, file: name)).findings
    case "wilayah": return RegionTable.read(bytes, file: name).findings
    case "skala":
      let (scale, findings) = ScaleFile.read(YAMLText(bytes, file: name), name: "uji")
      #expect(scale == nil, "\(name) gives a scale")
      return findings
    case "profil":
      let (profile, findings) = ProfileFile.read(YAMLText(bytes, file: name), name: "uji")
      #expect(profile == nil, "\(name) gives a profile")
      return findings
    case "ikm":
      let (tally, findings, _) = SurveyFile.read(
        bytes, file: name, scale: .ofNine, readsLetters: name.hasPrefix("ikm-read-"), telling: 20)
      #expect(tally == nil, "\(name) gives a tally")
      return findings
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
    #expect(findings.contains { $0.severity == .fault })
    // Surveys alone have remarks, which stand beside a fault here.
    #expect(findings.allSatisfy { $0.severity == .fault || name.hasPrefix("ikm-") })
    #expect(
      findings.allSatisfy {
        $0.place.line > 0 || $0.code == CalendarProblem.uncountedFindings.rawValue
      })
    let text = findings.map { $0.line + "\n" }.joined()
    expectGolden(text, named: "\(name.prefix { $0 != "." }).txt")
  }

  @Test func `there is a golden text for each bad file and no other`() throws {
    let golden = try Repository.names(in: "Tests/CalendarFilesTests/Golden")
      .filter { name in
        ["ikm", "iku", "kalender", "libur", "kantor", "profil", "skala", "wilayah"]
          .contains { name.hasPrefix("\($0)-") }
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
    (.unreadable("itu folder", "pindahkan folder itu"), "berkas-unreadable.yaml"),
    (.tooLarge(Limits.settings), "berkas-too-large.yaml"),
    (.otherEnding, "berkas-other-ending.YAML"),
    (.notUTF8, "kalender-not-utf8.yaml"),
    (.nestedTooDeep, "kalender-nested-too-deep.yaml"),
    (.emptyFile, "kalender-empty.yaml"),
    (.anchor, "kalender-anchor.yaml"),
    (.tag, "kalender-tag.yaml"),
    (.repeatedKey("kalender"), "kalender-duplicate-key.yaml"),
    (.syntax("did not find expected ',' or ']'"), "kalender-syntax.yaml"),
    (.notAMapping, "kalender-not-a-mapping.yaml"),
    (.notAList, "kalender-not-a-list.yaml"),
    (.longList(5_001), "kalender-long-list.yaml"),
    (.notAText, "kalender-not-a-text.yaml"),
    (.controlCharacter, "kalender-control-character.yaml"),
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
    (.noSuchRegionCode("63051"), "kalender-no-such-region-code.yaml"),
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
    (.noSuchPeriod("2025-TW5"), "kalender-ditetapkan.yaml"),
    (.repeatedSetDate("Uji", "2025", other: "baris 25"), "kalender-ditetapkan.yaml"),
    (.noDateToSet("Hitung"), "kalender-ditetapkan.yaml"),
    (.periodNotOfReport("Uji", "2025-TW1", examples: ["2025"]), "kalender-ditetapkan.yaml"),
    (.unitNotOfReport("63.05.12.2001", "Uji"), "kalender-ditetapkan.yaml"),
    (
      .dateFarFromPeriod(Month.january.lastDay(of: 2031).adding(days: -1), "2027"),
      "kalender-ditetapkan.yaml"
    ),
    (
      .dateBeforePeriod(
        Month.december.lastDay(of: 2027), begins: Month.december.lastDay(of: 2027).adding(days: 1)),
      "kalender-ditetapkan.yaml"
    ),
    (.wrongYear(2025, fileYear: 2026), "libur-wrong-year.yaml"),
    (.dateOutsideYear("2025-12-31", 2026), "libur-date-outside-year.yaml"),
    (.noWorkingWeek, "kantor-no-working-week.yaml"),
    (.notAKecamatan("63.05"), "kantor-official-unit.yaml"),
    (
      .repeatedOfficial("camat", since: Month.december.lastDay(of: 2024).adding(days: 1), line: 6),
      "kantor-official-unit.yaml"
    ),
    (.noSuchStart("2025-S2"), "kantor-dipantau.yaml"),
    (.notAWatchedUnit("63.05"), "kantor-dipantau.yaml"),
    (.notARegion("63.05.12.2001"), "kantor-menurut-wilayah.yaml"),
    (.notAPostcode("7118"), "kantor-kop.yaml"),
    (.notInWorkspace("../logo.png"), "kantor-kop.yaml"),
    (.unknownTerm(["kewajiban", "dokumen"]), "iku-term-shapes.yaml"),
    (.keyNotOfTerm("keadaan", term: "tetap"), "iku-key-not-of-term.yaml"),
    (.noTerm("RKPDes"), "iku-no-term.yaml"),
    (.notOfVillages("LPPD"), "iku-not-of-villages.yaml"),
    (.unknownScale("ikm-2071", nearest: "ikm-2017"), "iku-unknown-scale.yaml"),
    (.targetNotWhole("48.50"), "iku-target-not-whole.yaml"),
    (
      .targetOutsideScale(120_00, scale: "ikm-2017", 25_00...100_00),
      "iku-target-outside-scale.yaml"
    ),
    (.noIndicatorSource, "iku-no-value-source.yaml"),
    (.twoIndicatorSources(["gabungan", "sama_dengan"]), "iku-two-value-sources.yaml"),
    (.percentWithoutDenominator, "iku-percent-without-denominator.yaml"),
    (.indexFromDocuments, "iku-index-from-documents.yaml"),
    (.sumOfIndices, "iku-sum-of-indices.yaml"),
    (.surveyWithoutCombination, "iku-survey.yaml"),
    (.surveyKind(.index), "iku-survey.yaml"),
    (.scaleWithoutElements("sakip-2021"), "iku-survey.yaml"),
    (.targetOfShare, "iku-target-of-share.yaml"),
    (.repeatedIndicator("u01"), "iku-repeated-code.yaml"),
    (.unknownIndicator("U10", nearest: "U01"), "iku-unknown-same.yaml"),
    (.notAnIndicatorCode("U 01"), "iku-not-a-code.yaml"),
    (.unknownCard("cammat", nearest: "camat"), "iku-unknown-card.yaml"),
    (.sameAsOther("U02"), "iku-same-as-other.yaml"),
    (.signedWording("rumus"), "iku-own-signed-wording.yaml"),
    (.notAPerson("uid-0"), "kantor-petugas.yaml"),
    (.noSuchStage("lusa"), "kantor-pengingat.yaml"),
    (.noSuchHours("20-25"), "kantor-pengingat.yaml"),
    (.escalationBeforeDue, "kantor-pengingat.yaml"),
    (.repeatedChannel("Surel"), "kantor-pengingat.yaml"),
    (.keyNotOfChannel("badan", kind: "berkas"), "kantor-pengingat.yaml"),
    (.channelOfPractice("surel"), "kantor-latihan.yaml"),
    (.heartbeatOfPractice, "kantor-latihan.yaml"),
    (.noSuchHeader("a b"), "kantor-pengingat.yaml"),
    (.oneOfKeys("url_berkas", "url"), "kantor-jawaban-saluran.yaml"),
    (.noCondition, "kantor-jawaban-saluran.yaml"),
    (.notACondition("null"), "kantor-jawaban-saluran.yaml"),
    (.emptyList, "kantor-tanpa-tahap.yaml"),
    (.notADecimal("88,31"), "skala-not-a-decimal.yaml"),
    (.wrongName("ujian", fileName: "uji"), "skala-wrong-name.yaml"),
    (.noGrades, "skala-no-grades.yaml"),
    (.repeatedGrade("A"), "skala-repeated-grade.yaml"),
    (.gradesNotDescending("C", after: "D"), "skala-not-descending.yaml"),
    (.repeatedElement("Waktu  Penyelesaian."), "skala-repeated-element.yaml"),
    (.repeatedStep("Konsep"), "kantor-rencana.yaml"),
    (.stepsNotInOrder("paraf", after: "konsep"), "kantor-rencana.yaml"),
    (.tooManyElements, "skala-too-many-elements.yaml"),
    (.elementNotOfScale(10, scale: "ikm-uji", count: 9), "ikm-fourteen.csv"),
    (.notAProfileName("Uji 1"), "profil-wrong-values.yaml"),
    (.notNameOfFolder("ujian", folder: "uji"), "profil-nama-lain.yaml"),
    (.notAFilePattern("{profil}-{kecamatan}.xml"), "profil-wrong-values.yaml"),
    (.notASchemaFile("../penerima.xsd"), "profil-wrong-values.yaml"),
    (.schemaOfText, "profil-teks-berskema.yaml"),
    (.malformed(.textAfterQuote), "ikm-malformed.csv"),
    (.fieldCount(4, expected: 3), "ikm-field-count.csv"),
    (.unknownHeading("Prsyaratan", nearest: "Persyaratan"), "ikm-unknown-heading.csv"),
    (.repeatedColumn("U1"), "ikm-repeated-column.csv"),
    (.noElementColumn, "ikm-no-element.csv"),
    (.columnWithoutHeading("3"), "ikm-no-heading.csv"),
    (.notAnAnswer("5"), "ikm-answers.csv"),
    (.decimalAnswer("3.5"), "ikm-answers.csv"),
    (.answersInLetters(3, ["U1"]), "ikm-letters.csv"),
    (.lettersAmongNumbers("U2", letters: 1, numbers: 2), "ikm-letters.csv"),
    (.lettersRead, "ikm-read-letters.csv"),
    (.noRespondent("Rata-rata"), "ikm-no-respondents.csv"),
    (.respondentWithoutNumber, "ikm-no-respondents.csv"),
    (.serviceNotPlain, "ikm-service.csv"),
    (.noAnswers, "ikm-no-answers.csv"),
    (.linesWithoutAnswer(3...4), "ikm-remarks.csv"),
    (.respondentsWithoutService(1), "ikm-remarks.csv"),
    (.numbersReadAsAnswers, "ikm-numbers.csv"),
    (.moreFindings(4), "ikm-many.csv"),
    (.uncountedFindings(3), "kalender-many-faults.yaml"),
  ]

  @Test(arguments: sentences)
  func `brings out the sentence`(_ sentence: CalendarSentence, in file: String) throws {
    let found = try `Bad files`.findings(in: file)
    #expect(found.contains { $0.what == sentence.what && $0.remedy == sentence.remedy })
    #expect(found.contains { $0.code == sentence.problem.rawValue })
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

  @Test func `there is a bad file for every name of a problem, and the guide shows it`() throws {
    var examples: [String: (findings: [Finding], file: String)] = [:]
    for file in `Bad files`.names + `Bad files`.wholeFiles.map(\.key) {
      let findings = try `Bad files`.findings(in: file)
      for code in Set(findings.map(\.code)) where examples[code] == nil {
        examples[code] = (findings, file)
      }
    }
    #expect(CalendarProblem.allCases.map(\.rawValue).filter { examples[$0] == nil } == [])
    for (code, example) in examples.sorted(by: { $0.key < $1.key }) {
      let isFile = `Bad files`.names.contains(example.file)
      expectListed(
        code, among: example.findings, in: isFile ? try Repository.badFile(example.file) : nil)
    }
  }
}
