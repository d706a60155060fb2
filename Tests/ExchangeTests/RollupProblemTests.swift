import Answers
import ComplianceModel
import Exchange
import Foundation
import TestSupport
import Testing
import Wording

/// Every problem of adding up exports has a bad example.
@Suite struct `Problems of a roll-up` {
  @Test(arguments: RollupProblem.allCases)
  func `adding up finds`(_ problem: RollupProblem) throws {
    expectListed(problem.rawValue, among: try found(problem))
  }

  private static let later = "2026-09-01T08:00:00+08:00"

  /// The sample of a quarter, made at another time and with other marks of its ledgers.
  private func text(made: String? = nil, rows: String? = nil, chain: String? = nil) throws -> String
  {
    var text = String(decoding: try Files.sample("63.05.12-2026-TW1.xml"), as: UTF8.self)
    if let made { text.replace(#/dibuat="[^"]+"/#, with: "dibuat=\"\(made)\"") }
    if let rows { text.replace(#/ baris="[0-9]+"/#, with: " baris=\"\(rows)\"") }
    if let chain {
      text.replace(#/>[0-9a-f]{64}</sidik_buku>/#, with: ">\(chain)</sidik_buku>")
    }
    return text
  }

  private func export(_ text: String, named name: String) throws -> SubmittedExport {
    var rest = Array(text.utf8)[...]
    return try Files.exportReader().export(named: "kiriman/\(name)") { buffer in
      let next = rest.prefix(buffer.count)
      buffer.copyBytes(from: next)
      rest = rest.dropFirst(next.count)
      return next.count
    }
  }

  /// What is found in the sample and another export beside it.
  private func found(beside text: String, expected: [Kecamatan]? = nil) throws -> [Finding] {
    let exports = [
      try export(try self.text(), named: "63.05.12.xml"), try export(text, named: "baru.xml"),
    ]
    let question = Rollup.Question(duty: nil, region: nil, expected: expected)
    let text = RollupText(try Rollup(exports, question))
    return text.faults + text.remarks
  }

  private func found(_ problem: RollupProblem) throws -> [Finding] {
    let zeros = String(repeating: "0", count: 64)
    switch problem {
    case .faultyExport:
      do {
        let text = try self.text().replacing("<ringkasan wajib=", with: "<ringkasan salah=")
        _ = try export(text, named: "63.05.12.xml")
        return []
      } catch let faulty as FaultyDocument {
        return ExportReading.Fault(file: "kiriman/63.05.12.xml", cause: .faulty(faulty)).findings
      }
    case .rewrittenLedger: return try found(beside: text(made: Self.later, chain: zeros))
    case .sameMoment:
      return try found(
        beside: text().replacing("per_tanggal=\"2026-04-01\"", with: "per_tanggal=\"2026-03-31\""))
    case .repeated: return try found(beside: text(made: Self.later))
    case .shortenedLedger:
      return try found(beside: text(made: Self.later, rows: "1", chain: zeros))
    case .stranger: return try found(beside: text(made: Self.later), expected: [])
    }
  }
}
