@testable import CalendarFiles
import CivilCalendar
import ComplianceModel
import Foundation
import TestSupport
import Testing

/// Every key of every shipped file is read or told: a key that nobody knows is a fault wherever it stands.
struct EveryKeyTests {
  private static let strange = "kunci_asing"

  /// Keys below which the names are free: a list of decrees, of texts by year, of addresses.
  private static let freeMappings = ["dasar", "target", "kartu", "kontak", "kepala"]

  private static func files(_ folder: String) -> [String] {
    ((try? Repository.names(in: folder)) ?? []).filter { $0.hasSuffix(".yaml") }
      .map { "\(folder)/\($0)" }
  }

  private static func findings(_ text: String, _ file: String) throws -> [Finding] {
    let yaml = YAMLText(Array(text.utf8), file: file)
    switch file.split(separator: "/").dropFirst().first {
    case "laporan":
      var builder = CalendarBuilder(for: try region("63.05.12"))
      if !file.hasSuffix("nasional.yaml") {
        let path = "Calendars/laporan/nasional.yaml"
        builder.add(YAMLText(try Repository.bytes(path), file: path), layer: .national)
      }
      builder.add(yaml, layer: file.hasSuffix("nasional.yaml") ? .national : .regency)
      return builder.finish().findings
    case "libur":
      let year = Int(file.suffix(9).prefix(4)) ?? 0
      return HolidayFile.read(yaml, year: year).findings
    case "skala":
      let name = file.split(separator: "/").last.map { String($0.dropLast(5)) } ?? ""
      return ScaleFile.read(yaml, name: name).findings
    case "profil":
      let name = file.split(separator: "/").dropLast().last.map(String.init) ?? ""
      return ProfileFile.read(yaml, name: name).findings
    default:
      let filled = text.replacing("@ZONA@", with: "WITA")
        .replacing("@KALENDER@", with: "nasional").replacing("@IKU@", with: "")
      return OfficeFile.read(YAMLText(Array(filled.utf8), file: file)).findings
    }
  }

  /// The text with the strange key put in front of the key of a line; `nil` where the line begins none.
  private static func changed(_ lines: [String], at index: Int) -> String? {
    let line = lines[index]
    guard let match = line.firstMatch(of: #/^(\s*(?:- )*)([a-z_]+):(\s|$)/#) else { return nil }
    let head = String(match.output.1)
    // Below a key of free names anything may stand.
    let indent = head.count
    let parent = lines[..<index].last { other in
      guard let found = other.firstMatch(of: #/^(\s*(?:- )*)[A-Za-z0-9_.]+:/#) else { return false }
      return found.output.1.count < indent
    }
    let name = parent.flatMap { $0.firstMatch(of: #/([A-Za-z0-9_]+):/#) }.map {
      String($0.output.1)
    }
    if let name, freeMappings.contains(name) { return nil }
    var lines = lines
    let blank = String(repeating: " ", count: head.count)
    lines[index] = "\(head)\(strange): x\n\(blank)\(line.dropFirst(head.count))"
    return lines.joined(separator: "\n")
  }

  @Test(
    arguments: files("Calendars/laporan") + files("Calendars/libur") + files("Calendars/skala")
      + ["kalsel", "jatim", "ringkas"].map { "Exports/profil/\($0)/profil.yaml" }
      + ["Calendars/kantor/kantor.yaml"])
  func `a key that nobody knows is told with its line`(_ file: String) throws {
    let text = String(decoding: try Repository.bytes(file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var count = 0
    for index in lines.indices {
      guard let changed = EveryKeyTests.changed(lines, at: index) else { continue }
      count += 1
      let findings = try EveryKeyTests.findings(changed, file)
      #expect(
        findings.contains {
          $0.place.line == index + 1 && $0.what.contains(EveryKeyTests.strange)
        }, "\(file):\(index + 1): \(lines[index]) \(findings.map(\.line))")
    }
    #expect(count > 3)
  }

  @Test(
    arguments: files("Calendars/laporan") + files("Calendars/libur"))
  func `a key that nobody knows is told within braces too`(_ file: String) throws {
    let text = String(decoding: try Repository.bytes(file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for index in lines.indices {
      guard let brace = lines[index].firstRange(of: "{ ") else { continue }
      let head = lines[index][..<brace.lowerBound]
      let isFree = EveryKeyTests.freeMappings.contains { head.contains("\($0):") }
      guard !isFree, !head.contains("#"), !head.contains("\"") else { continue }
      var changed = lines
      changed[index] = lines[index].replacingCharacters(
        in: brace, with: "{ \(EveryKeyTests.strange): x, ")
      let findings = try EveryKeyTests.findings(changed.joined(separator: "\n"), file)
      #expect(
        findings.contains {
          $0.place.line == index + 1 && $0.what.contains(EveryKeyTests.strange)
        }, "\(file):\(index + 1): \(lines[index]) \(findings.map(\.line))")
    }
  }
}
