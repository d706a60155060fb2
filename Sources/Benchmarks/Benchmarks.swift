import CivilCalendar
import Compliance
import ComplianceModel
import Glibc
import LedgerStore
import SystemPackage
import Workspace

/// What `Scripts/bench` measures beside whole commands: `Benchmarks tulis N FOLDER` appends rows one by
/// one, each durable before the next; `Benchmarks tabel N` prints a table for `impor`; `Benchmarks negeri
/// TAHUN RUANG` fills a workspace of many kecamatan with a year of ledgers, and `Benchmarks tenggat TAHUN
/// RUANG` prints the due dates of its first kecamatan for `limit.c`.
@main enum Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2, let count = Int(arguments[2]), count > 0 else {
      exit(64)
    }
    switch (arguments[1], arguments.dropFirst(2).first) {
    case ("tulis", let folder?): try append(count, in: FilePath(folder))
    case ("negeri", let folder?): try fill(FilePath(folder), year: count)
    case ("tenggat", let folder?): try printDueDates(FilePath(folder), year: count)
    case ("tabel", nil): try printTable(count)
    default: exit(64)
    }
  }

  private static func workspace(_ folder: FilePath) throws -> Workspace {
    let data = try ProgramData(
      override: getenv("TENGGAT_DATA").map { String(cString: $0) },
      executable: FilePath(CommandLine.arguments[0]))
    return try Workspace(folder, data: data)
  }

  private static func fill(_ folder: FilePath, year: Int) throws {
    var country = MadeUpCountry(try workspace(folder), year: year)
    print("\(try country.write()) baris")
  }

  /// A line a report and period: the due date, and `k` or `d` for who owes it.
  private static func printDueDates(_ folder: FilePath, year: Int) throws {
    let workspace = try workspace(folder)
    guard let first = workspace.kecamatan.first else { return }
    let desk = try workspace.desk(of: first)
    let plan = try desk.plan(year...year, asOf: Month.december.lastDay(of: year))
    var seen: Set<String> = []
    for obligation in plan.dated {
      guard let due = obligation.due, let report = desk.calendar.report(obligation.id.report),
        report.perEvent == nil
      else { continue }
      let level = report.level == .office ? "k" : "d"
      let line = "\(desk.calendar.codes[report.code]),\(obligation.id.period),\(due),\(level)"
      if seen.insert(line).inserted { print(line) }
    }
  }

  private static let instant = ClockReading(
    unixSeconds: 1_795_000_000, in: .wita)

  private static func append(_ count: Int, in folder: FilePath) throws {
    guard let kecamatan = RegionCode("63.05.12") else { return }
    var codes = CodeTable()
    var ledger = try LedgerStore(folder: folder).lock(
      kecamatan, year: instant.date.year, codes: &codes)
    for number in 0..<count {
      let entry = LedgerEntry(
        kind: .submitted, unit: kecamatan, subject: "LPPD", period: "2025", date: instant.date,
        received: instant.date, note: "berkas nomor \(number)", recorder: "tolok-ukur")
      try ledger.add(entry, at: instant)
      try ledger.commit()
    }
  }

  /// Rows that differ in their notes, of eight desa and four documents, dated in the last week.
  private static func printTable(_ count: Int) throws {
    let documents = ["RKPDes,2027", "APBDes,2027", "LPPDesa,2025", "LKPJDes,2025"]
    var text = "unit,laporan,periode,tanggal,catatan\n"
    for number in 0..<count {
      let date = instant.date.adding(days: -(number % 7))
      let (unit, document) = ("63.05.12.\(2001 + number % 8)", documents[number / 8 % 4])
      text += "\(unit),\(document),\(date),berkas nomor \(number)\n"
      if text.utf8.count > 1 << 20 || number == count - 1 {
        _ = try FileDescriptor.standardOutput.writeAll(text.utf8)
        text = ""
      }
    }
  }
}
