internal import Answers
internal import Hummingbird
internal import LedgerStore
internal import Workspace

/// One file that proves a row, proved against the row before it is sent as a ``StrangeFile``.
enum EvidenceFile: Resource {
  static let path = "/kewajiban/{unit}/{laporan}/{periode}/bukti/{baris}/{nomor}"
  static let readers = Audience.everyone
  static let keys: Set = ["unduh"]

  static func response(_ visit: Visit) async throws -> Response {
    try await Blocking.run { try proved(visit) }
  }

  private static func proved(_ visit: Visit) throws -> Response {
    let isSaved = try visit.query.flag("unduh")
    let row = try EvidenceRow(visit)
    guard let number = visit.parameters.get("nomor").flatMap({ Int($0) }),
      row.evidence.files.indices.contains(number - 1)
    else { throw ShownTrouble(trouble: .noSuchEvidence) }
    let file = row.evidence.files[number - 1]
    let proved: ProvedEvidence
    do {
      proved = try visit.workspace.ledgers.provedEvidence(
        file.reference, atMost: FormBody.longestFiles)
    } catch {
      throw ShownTrouble(trouble: Trouble(error, named: file.name))
    }
    return StrangeFile(name: file.name, bytes: proved.bytes, content: proved.content)
      .response(saved: isSaved)
  }
}
