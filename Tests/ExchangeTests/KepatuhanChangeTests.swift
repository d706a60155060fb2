import CivilCalendar
import Compliance
import ComplianceModel
import Exchange
import Testing

/// What differs between two documents, and why, without files.
struct KepatuhanChangeTests {
  private typealias Standing = KepatuhanDocument.Standing

  /// The sample with another status for its second report.
  private func document(
    _ status: Status, due: String = "2026-02-27", onTime: Int = 3
  ) throws -> KepatuhanDocument {
    var sample = try Sample()
    let old = sample.reports[1].standing
    sample.reports[1] = KepatuhanDocument.OfficeReport(
      code: "Renja", name: sample.reports[1].name,
      standing: Standing(
        period: old.period, quarter: old.quarter, due: try CivilDate(due), status: status,
        date: nil, evidence: nil))
    sample.summary = Tally(
      onTime: onTime, late: 1, overdue: 1, waiting: 1, exempt: 1, lateEntries: 1)
    return sample.document
  }

  private func renja() throws -> KepatuhanChange.Subject {
    .report("Renja", try #require(Period("2027")))
  }

  @Test func `equal documents differ in nothing`() throws {
    let document = try Sample().document
    #expect(
      KepatuhanChange.changes(from: document, replayed: document, later: document, to: document)
        == [])
  }

  @Test func `what has no meaning for compliance is not told`() throws {
    let document = try Sample().document
    var other = try Sample()
    other.ledgers = []
    other.villageName = "Nama lain"
    #expect(
      KepatuhanChange.changes(
        from: document, replayed: document, later: document, to: other.document) == [])
  }

  @Test func `a new row is the cause where only the newest knowledge differs`() throws {
    let old = try document(.overdue)
    let changes = KepatuhanChange.changes(
      from: old, replayed: old, later: old, to: try document(.exempt))
    #expect(changes.map(\.subject) == [try renja()])
    #expect(changes.first?.values.map(\.name) == ["status"])
    #expect(changes.first?.values.first?.old == "lewat")
    #expect(changes.first?.values.first?.new == "dibebaskan")
    #expect(changes.first?.causes == [.rows])
  }

  @Test func `time is the cause where the old knowledge gives the same later`() throws {
    let (old, new) = (try document(.dueSoon), try document(.overdue))
    let changes = KepatuhanChange.changes(from: old, replayed: old, later: new, to: new)
    #expect(changes.map(\.causes) == [[.time]])
  }

  @Test func `a row that settles what time had changed is the only cause`() throws {
    let changes = KepatuhanChange.changes(
      from: try document(.dueSoon), replayed: try document(.dueSoon),
      later: try document(.overdue), to: try document(.onTime))
    #expect(changes.map(\.causes) == [[.rows]])
  }

  @Test func `a rule is the cause where the old knowledge gives another value on its own day`()
    throws
  {
    let new = try document(.overdue, due: "2026-02-20")
    let changes = KepatuhanChange.changes(
      from: try document(.overdue), replayed: new, later: new, to: new)
    #expect(changes.map(\.causes) == [[.rules]])
    #expect(changes.first?.values.map(\.name) == ["tenggat"])
  }

  @Test func `a rule and a row are both told`() throws {
    let changes = KepatuhanChange.changes(
      from: try document(.overdue), replayed: try document(.dueSoon, due: "2026-03-30"),
      later: try document(.dueSoon, due: "2026-03-30"),
      to: try document(.onTime, due: "2026-03-30"))
    #expect(changes.map(\.causes) == [[.rows, .rules]])
  }

  @Test func `what changed and changed back is no difference`() throws {
    let old = try document(.overdue)
    #expect(
      KepatuhanChange.changes(
        from: old, replayed: try document(.dueSoon), later: try document(.waiting), to: old) == [])
  }

  @Test func `what is gone and what is new are told with nothing on the other side`() throws {
    var sample = try Sample()
    let gone = sample.reports.removeFirst()
    let code = "Baru"
    sample.reports.append(
      KepatuhanDocument.OfficeReport(code: code, name: "Laporan baru", standing: gone.standing))
    let (old, new) = (try Sample().document, sample.document)
    let changes = KepatuhanChange.changes(from: old, replayed: old, later: old, to: new)
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
    sample.villages[0] = KepatuhanDocument.Village(
      code: village.code, name: village.name, present: 4, required: 5,
      documents: Array(village.documents.dropFirst()))
    let recommendation = sample.recommendations[1]
    sample.recommendations.removeLast()
    let (old, new) = (try Sample().document, sample.document)
    let changes = KepatuhanChange.changes(from: old, replayed: old, later: old, to: new)
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
