import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

@Suite struct `what two statements say differently` {
  /// A small statement of two reports, two desa and two recommendations.
  private struct Sample {
    var reports: [DutyStatement.OfficeReport]
    var villages: [DutyStatement.Village]
    var recommendations: [DutyStatement.Recommendation]
    var summary = Tally(onTime: 3, late: 1, overdue: 1, waiting: 1, exempt: 1, lateEntries: 1)
    private let asOf: CivilDate

    init() throws {
      asOf = try day("2026-03-20")
      let villageCodes = try [region("63.05.12.2001"), region("63.05.12.2002")]
      let annual = try Sample.standing("2025", .onTime, due: "2026-02-27")
      reports = [
        DutyStatement.OfficeReport(code: "LPPD", name: "Laporan", standing: annual),
        DutyStatement.OfficeReport(
          code: "Renja", name: "Rencana Kerja",
          standing: try Sample.standing("2027", .overdue, due: "2026-02-27")),
      ]
      villages = [
        DutyStatement.Village(
          code: villageCodes[0], name: "Tarungin", present: 5, required: 5,
          documents: [DutyStatement.VillageDocument(code: "LPPDesa", standing: annual)]),
        DutyStatement.Village(
          code: villageCodes[1], name: "Bagak", present: 0, required: 6, documents: []),
      ]
      recommendations = try villageCodes.map {
        DutyStatement.Recommendation(
          village: $0, standing: try Sample.standing("2026-TW1", .dueSoon, due: "2026-03-31"))
      }
    }

    static func standing(
      _ covered: String, _ status: Status, due: String
    ) throws -> DutyStatement.Standing {
      DutyStatement.Standing(
        period: try period(covered), quarter: Quarter(year: 2026, number: 1), due: try day(due),
        status: status, date: status.isIn ? try day("2026-02-20") : nil,
        evidence: status.isIn ? String(repeating: "b4", count: 32) : nil)
    }

    var statement: DutyStatement {
      DutyStatement(
        duty: .year(2026), asOf: asOf, reports: reports, villages: villages,
        recommendations: recommendations, indicators: [], summary: summary)
    }
  }

  /// The sample with another status for its second report.
  private func statement(
    _ status: Status, due: String = "2026-02-27", onTime: Int = 3
  ) throws -> DutyStatement {
    var sample = try Sample()
    sample.reports[1] = DutyStatement.OfficeReport(
      code: "Renja", name: sample.reports[1].name,
      standing: DutyStatement.Standing(
        period: sample.reports[1].standing.period, quarter: sample.reports[1].standing.quarter,
        due: try day(due), status: status, date: nil, evidence: nil))
    sample.summary = Tally(
      onTime: onTime, late: 1, overdue: 1, waiting: 1, exempt: 1, lateEntries: 1)
    return sample.statement
  }

  private func renja() throws -> StatementChange.Subject {
    .report("Renja", try period("2027"))
  }

  @Test func `equal statements differ in nothing`() throws {
    let same = try Sample().statement
    #expect(StatementChange.changes(from: same, replayed: same, later: same, to: same) == [])
  }

  @Test func `what has no meaning for compliance is not told`() throws {
    let old = try Sample().statement
    var other = try Sample()
    other.villages[0] = DutyStatement.Village(
      code: old.villages[0].code, name: "Nama lain", present: 5, required: 5,
      documents: old.villages[0].documents)
    #expect(
      StatementChange.changes(from: old, replayed: old, later: old, to: other.statement) == [])
  }

  @Test func `a new row is the cause where only the newest knowledge differs`() throws {
    let old = try statement(.overdue)
    let changes = StatementChange.changes(
      from: old, replayed: old, later: old, to: try statement(.exempt))
    #expect(changes.map(\.subject) == [try renja()])
    #expect(changes.first?.values.map(\.name) == ["status"])
    #expect(changes.first?.values.first?.old == "lewat")
    #expect(changes.first?.values.first?.new == "dibebaskan")
    #expect(changes.first?.causes == [.rows])
  }

  @Test func `time is the cause where the old knowledge gives the same later`() throws {
    let (old, new) = (try statement(.dueSoon), try statement(.overdue))
    let changes = StatementChange.changes(from: old, replayed: old, later: new, to: new)
    #expect(changes.map(\.causes) == [[.time]])
  }

  @Test func `a row that settles what time had changed is the only cause`() throws {
    let changes = StatementChange.changes(
      from: try statement(.dueSoon), replayed: try statement(.dueSoon),
      later: try statement(.overdue), to: try statement(.onTime))
    #expect(changes.map(\.causes) == [[.rows]])
  }

  @Test func `a rule is the cause where the old knowledge gives another value on its own day`()
    throws
  {
    let new = try statement(.overdue, due: "2026-02-20")
    let changes = StatementChange.changes(
      from: try statement(.overdue), replayed: new, later: new, to: new)
    #expect(changes.map(\.causes) == [[.rules]])
    #expect(changes.first?.values.map(\.name) == ["tenggat"])
  }

  @Test func `a rule and a row are both told`() throws {
    let changes = StatementChange.changes(
      from: try statement(.overdue), replayed: try statement(.dueSoon, due: "2026-03-30"),
      later: try statement(.dueSoon, due: "2026-03-30"),
      to: try statement(.onTime, due: "2026-03-30"))
    #expect(changes.map(\.causes) == [[.rows, .rules]])
  }

  @Test func `what changed and changed back is no difference`() throws {
    let old = try statement(.overdue)
    #expect(
      StatementChange.changes(
        from: old, replayed: try statement(.dueSoon), later: try statement(.waiting), to: old) == []
    )
  }

  @Test func `what is gone and what is new are told with nothing on the other side`() throws {
    var sample = try Sample()
    let gone = sample.reports.removeFirst()
    let code = "Baru"
    sample.reports.append(
      DutyStatement.OfficeReport(code: code, name: "Laporan baru", standing: gone.standing))
    let (old, new) = (try Sample().statement, sample.statement)
    let changes = StatementChange.changes(from: old, replayed: old, later: old, to: new)
    #expect(
      changes.map(\.subject) == [
        .report(code, gone.standing.period), .report("LPPD", gone.standing.period),
      ])
    for (change, isNew) in zip(changes, [true, false]) {
      #expect(change.values.map(\.name) == ["status", "tenggat", "tanggal", "sha256"])
      #expect(change.values.allSatisfy { ($0.old == nil) == isNew && ($0.new == nil) != isNew })
    }
  }

  @Test func `desa, recommendations and the sum come in the order of a document`() throws {
    var sample = try Sample()
    sample.summary = Tally(
      onTime: 4, late: 0, overdue: 1, waiting: 1, exempt: 1, lateEntries: 0)
    let village = sample.villages[0]
    sample.villages[0] = DutyStatement.Village(
      code: village.code, name: village.name, present: 4, required: 5,
      documents: Array(village.documents.dropFirst()))
    let recommendation = sample.recommendations[1]
    sample.recommendations.removeLast()
    let (old, new) = (try Sample().statement, sample.statement)
    let changes = StatementChange.changes(from: old, replayed: old, later: old, to: new)
    let document = village.documents[0]
    #expect(
      changes.map(\.subject) == [
        .document(village.code, document.code, document.standing.period), .village(village.code),
        .recommendation(recommendation.village, recommendation.standing.period), .summary,
      ])
    #expect(changes.last?.values.map(\.name) == ["tepat_waktu", "terlambat", "susulan"])
    #expect(changes[1].values.map(\.new) == ["4"])
  }
}
