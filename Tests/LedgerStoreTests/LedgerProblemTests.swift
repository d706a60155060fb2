import CivilCalendar
import ComplianceModel
import DurableFiles
import LedgerStore
import SystemPackage
import TestSupport
import Testing

/// Every problem of a ledger has a bad example.
@Suite struct `Problems of a ledger` {
  @Test(arguments: LedgerProblem.allCases)
  func `a bad ledger has`(_ problem: LedgerProblem) throws {
    expectListed(problem.rawValue, among: try found(problem))
  }

  private static let hash = String(repeating: "a", count: 64)
  private static let text = ledgerText([row(1)])

  private func found(_ bytes: [UInt8]) throws -> [Finding] {
    var codes = CodeTable()
    return LedgerFile(bytes, kecamatan: try hatungun(), year: 2026, codes: &codes).findings
  }

  private func found(_ text: String) throws -> [Finding] { try found(Array(text.utf8)) }

  /// What is found in a ledger of one row with a piece of it replaced, and sealed.
  private func found(_ old: String, to new: String) throws -> [Finding] {
    let sound =
      "1,2026-02-20T09:00:00+08:00,operator,serah,63.05.12,LPPD,2025,2026-02-19,2026-02-20,,,,ä"
    try #require(sound.contains(old))
    return try found(ledgerText([sound.replacing(old, with: new)]))
  }

  /// What is found in a ledger whose third row voids something.
  private func found(voiding obligation: String, _ note: String) throws -> [Finding] {
    try found(
      ledgerText([
        row(1), "2,2026-02-22T09:00:00+08:00,a,batal,63.05.12,LPPD,2025,,,,,,#1",
        "3,2026-02-23T09:00:00+08:00,a,batal,63.05.12,\(obligation),,,,,,\(note)",
      ]))
  }

  /// What a writer remarks on a ledger that ends with a text.
  private func found(appendingTo text: String) throws -> [Finding] {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "buku/63.05.12/2026.csv")
    return try LedgerStore(folder: folder.filePath).append(
      [try submission()], to: try hatungun(), at: try instant("2026-02-27T09:00:00+08:00")
    ).remarks
  }

  private func found(_ problem: LedgerProblem) throws -> [Finding] {
    let text = `Problems of a ledger`.text
    let hash = `Problems of a ledger`.hash
    switch problem {
    case .byteOrderMark: return try found("\u{FEFF}" + text)
    case .carriageReturns: return try found(text.replacing("\n", with: "\r\n"))
    case .blankLine: return try found(text + "\n")
    case .utf16: return try found([0xFF, 0xFE] + text.utf8.flatMap { [$0, 0] })
    case .resaved: return try found(text.replacing(",", with: ";"))
    case .header: return try found(text.replacing("petugas", with: "nama"))
    case .laterForm: return try found(text.replacing("rantai\n", with: "rantai,lokasi\n"))
    case .emptyFile: return try found("")
    case .tornTail: return try found(text + "2,2026")
    case .lineCompleted: return try found(appendingTo: String(text.dropLast()))
    case .setAside: return try found(appendingTo: text + "2,2026")
    case .tooManyCodes:
      var codes = CodeTable()
      for number in 0..<65_535 { _ = codes.intern("K\(number)") }
      return LedgerFile(
        Array(text.utf8), kecamatan: try hatungun(), year: 2026, codes: &codes
      ).findings
    case .malformed: return try found(",ä", to: ",ä\"b")
    case .fieldCount: return try found(",ä", to: ",ä,b")
    case .notText: return try found(Array(text.utf8).map { $0 == UInt8(ascii: "D") ? 0xFF : $0 })
    case .controlCharacter: return try found(",ä", to: ",ä\u{7}")
    case .brokenChain: return try found(text.replacing("LPPD", with: "LKIP"))
    case .number: return try found("1,2026-02-20T09", to: "7,2026-02-20T09")
    case .instant: return try found("2026-02-20T09:00:00+08:00", to: "kemarin")
    case .clockWentBack:
      return try found(
        ledgerText([row(1), row(2).replacing("22T09:00:00", with: "21T08:00:00")]))
    case .yearOfRecording: return try found("1,2026-02-20T", to: "1,2027-02-20T")
    case .kind: return try found(",serah,", to: ",titip,")
    case .unit: return try found(",63.05.12,", to: ",63.5,")
    case .unitElsewhere: return try found(",63.05.12,", to: ",63.05.13,")
    case .period: return try found(",2025,", to: ",2025-TW5,")
    case .date: return try found(",2026-02-19,", to: ",2026-02-30,")
    case .missing: return try found(",LPPD,", to: ",,")
    case .receivedInFuture: return try found(",2026-02-20,,", to: ",2026-02-21,,")
    case .value:
      return try found(
        ledgerText(["1,2026-04-01T09:00:00+08:00,a,ukur,63.05.12,H05,2026-TW1,2026-03-31,,a,,,"]))
    case .valueNotMeasured: return try found(",2026-02-20,,", to: ",2026-02-20,3,")
    case .sha256: return try found(",,,ä", to: ",,abc,ä")
    case .fileWithoutHash: return try found(",,,ä", to: ",bukti.pdf,,ä")
    case .fileOutside: return try found(",,,ä", to: ",../x,\(hash),ä")
    case .formula:
      let folder = try TemporaryFolder()
      return try LedgerStore(folder: folder.filePath).append(
        [try submission(note: "=1+1")], to: try hatungun(),
        at: try instant("2026-02-27T09:00:00+08:00")
      ).remarks
    case .voidsNothing: return try found(voiding: "LPPD,2025", "salah")
    case .noSuchRow: return try found(voiding: "LPPD,2025", "#4")
    case .voidsVoid: return try found(voiding: "LPPD,2025", "#2")
    case .voidsOther: return try found(voiding: "LKPJ,2025", "#1")
    case .rowSetAside:
      let folder = try TemporaryFolder()
      let void = "1,2026-02-22T09:00:00+08:00,a,batal,63.05.12,LPPD,2025,,,,,,2025#1 salah"
      try folder.write(ledgerText([], year: 2025), to: "buku/63.05.12/2025.csv")
      try folder.write("x", to: "buku/63.05.12/2025.csv.rusak-1")
      try folder.write(ledgerText([void]), to: "buku/63.05.12/2026.csv")
      var codes = CodeTable()
      return try LedgerStore(folder: folder.filePath).readAll(try hatungun(), codes: &codes)
        .findings
    }
  }
}
