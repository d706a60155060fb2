internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
internal import PlainText
internal import ProgramVersion
internal import SystemPackage
internal import Wording
internal import Workspace

/// What is loaded in a workspace, on one screen.
struct StatusPage {
  let status: WorkspaceStatus
  let folder: FilePath

  func print(to session: inout Session) {
    var teller = FaultTeller(workspace: folder)
    Periksa.tell(status.findings, all: "tenggat periksa --semua", with: &teller)
    session.console.line("tenggat \(ProgramVersion.number) · \(folder)", .strong)
    session.console.line("Keadaan pada \(Words.day(status.day))", .faint)
    let parts = StatusText(status).parts
    let width = (parts.map(\.title.terminalWidth).max() ?? 0) + 2
    for part in parts {
      for (number, line) in part.lines.enumerated() {
        let title = number == 0 ? part.title : ""
        let blanks = String(repeating: " ", count: width - title.terminalWidth)
        session.console.line(
          title + blanks + (line.isInner ? "  " : "") + line.text, line.style)
      }
    }
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "versi": .string(ProgramVersion.number),
      "ruang": .string(folder.string),
      "hari_ini": .string(status.day.description),
      "kecamatan": .array(
        status.kecamatan.map { kecamatan in
          [
            "kode": .string(kecamatan.code.description),
            "nama": .string(kecamatan.displayName(of: kecamatan.code)),
            "desa": .integer(kecamatan.villages(on: status.day).count),
          ]
        }),
      "dipantau_sejak": JSONValue(status.watchedSince.day),
      "buku": ledgers,
      "kalender": .array(status.calendars.map(StatusPage.json)),
      "libur": .array(status.holidays.map(StatusPage.json)),
      "pengingat": reminders,
      "cadangan": backups,
      "halaman": [
        "pengguna": .integer(status.pages.users),
        "menurut_peran": .object(
          Dictionary(
            uniqueKeysWithValues: status.pages.roles.map {
              ($0.role.rawValue, .integer($0.users))
            })),
        "langganan": .integer(status.pages.subscriptions),
      ],
      "baik": .boolean(!status.isFaulty),
      "temuan": Periksa.json(status.findings),
    ]
  }

  private static func json(_ file: DatedFile) -> JSONValue {
    ["berkas": .string(file.file), "diperiksa": JSONValue(file.checkedOn)]
  }

  private static func json(_ year: HolidaySource) -> JSONValue {
    [
      "tahun": .integer(year.year), "berkas": JSONValue(year.file?.file),
      "diperiksa": JSONValue(year.file?.checkedOn),
      "keputusan": .array(year.decrees.map(JSONValue.string)),
      "perkiraan": .integer(year.estimates), "keadaan": .string(year.state.rawValue),
    ]
  }

  private var ledgers: JSONValue {
    let ledgers = status.ledgers
    let last = ledgers.last.map { row -> JSONValue in
      [
        "berkas": .string("\(LedgerStore.bookFolder)/\(row.book)"), "baris": .integer(row.number),
        "dicatat": .string(row.recorded.description),
      ]
    }
    return [
      "berkas": .integer(ledgers.files), "baris": .integer(ledgers.rows),
      "baris_terbukti": .integer(ledgers.provedRows), "sejak": JSONValue(ledgers.since),
      "terakhir": last ?? .null,
    ]
  }

  private var reminders: JSONValue {
    guard let reminders = status.reminders else { return .null }
    return [
      "terakhir": .string(reminders.last.description), "berhasil": JSONValue(reminders.lastGood),
      "keadaan": .string(reminders.state.rawValue),
      "hari_terlewat": .integer(reminders.missedDays), "menunggu": .integer(reminders.waiting),
    ]
  }

  private var backups: JSONValue {
    guard let backups = status.backups else { return .null }
    return [
      "terakhir": StatusPage.json(backups.last),
      "terbukti": backups.lastProved.map(StatusPage.json) ?? .null,
    ]
  }

  private static func json(_ backup: BackupSummary.Backup) -> JSONValue {
    [
      "waktu": .string(backup.instant.description), "tempat": .string(backup.place),
      "baris": .integer(backup.rows), "hasil": .string(backup.state.rawValue),
      "catatan": .string(backup.note),
    ]
  }
}
