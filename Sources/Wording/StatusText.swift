package import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// The words of what is loaded in a workspace.
package struct StatusText: Sendable {
  private let status: WorkspaceStatus

  /// The words for a status.
  package init(_ status: WorkspaceStatus) { self.status = status }

  /// The parts, from the office to its backups.
  package var parts: [TextPart] {
    [office, ledgers, calendars, holidays, reminders, backups, pages]
  }

  /// Who is watched: `Kecamatan Hatungun (63.05.12), 8 desa`; of many kecamatan how many.
  package var title: String {
    let kecamatan = status.kecamatan
    guard let first = kecamatan.first else { return "Tidak ada kecamatan yang dipantau" }
    let name =
      kecamatan.count == 1
      ? "\(first.displayName(of: first.code)) (\(first.code))"
      : "\(kecamatan.count.indonesian) kecamatan"
    return "\(name), \(status.villages.indonesian) desa"
  }

  private var office: TextPart {
    var part = TextPart("Dipantau")
    part.add(title)
    if let day = status.watchedSince.day { part.add("sejak \(day.indonesian)") }
    for exception in status.watchedSince.exceptions {
      part.add("\(exception.name): sejak \(exception.day.indonesian)", inner: true)
    }
    return part
  }

  private var ledgers: TextPart {
    let ledgers = status.ledgers
    var part = TextPart("Buku")
    guard let since = ledgers.since, let last = ledgers.last else {
      part.add("masih kosong")
      return part
    }
    part.add(
      "\(ledgers.rows.indonesian) baris dalam \(ledgers.files.indonesian) berkas, dicatat "
        + "\(since.indonesian) sampai \(last.recorded.indonesian)")
    if ledgers.isWhole {
      part.add("rantai utuh sampai baris #\(last.number) buku/\(last.book)", .good)
    } else {
      part.add(
        "rantai putus: \(ledgers.provedRows.indonesian) dari \(ledgers.rows.indonesian) baris "
          + "terbukti; jalankan: tenggat periksa buku", .bad)
    }
    return part
  }

  private var calendars: TextPart {
    var part = TextPart("Kalender")
    for file in status.calendars { part.add(StatusText.dated(file)) }
    return part
  }

  private static func dated(_ file: DatedFile) -> String {
    "\(file.file)\(file.checkedOn.map { ", diperiksa \($0.indonesian)" } ?? "")"
  }

  private var holidays: TextPart {
    var part = TextPart("Hari libur")
    // Of years that are over only what is wrong with them is worth a line.
    let over = status.holidays.filter { $0.year < status.day.year && $0.state == .decreed }
    if !over.isEmpty {
      part.add("\(over.map { "\($0.year)" }.joined(separator: ", ")): lengkap")
    }
    for year in status.holidays where !over.contains(year) {
      let decrees = year.decrees.count == 1 ? year.decrees[0] : "\(year.decrees.count) keputusan"
      switch (year.state, year.file) {
      case (.faulty, let file?):
        part.add("\(year.year): \(file.file) bergalat; jalankan: tenggat periksa libur", .bad)
      case (.decreed, let file?), (.provisional, let file?):
        let waiting =
          year.state == .provisional ? "; \(year.estimates) hari masih perkiraan" : ""
        part.add("\(year.year): \(decrees)\(waiting)", year.state == .provisional ? .soon : .plain)
        part.add(StatusText.dated(file), .faint, inner: true)
      case (_, nil), (.missing, _):
        part.add(
          "\(year.year): belum ada; \(Words.addHolidays(year.year))",
          year.year > status.day.year ? .soon : .bad)
      }
    }
    return part
  }

  private var reminders: TextPart {
    var part = TextPart("Pengingat")
    guard let reminders = status.reminders else {
      part.add("belum pernah dijalankan; lihat: tenggat ingatkan pasang")
      return part
    }
    switch reminders.state {
    case .good:
      let day = reminders.lastGood ?? reminders.last
      part.add("terakhir berhasil dijalankan \(day.indonesian)", .good)
    case .missed:
      part.add(
        "terakhir dijalankan \(reminders.last.indonesian); \(reminders.missedDays) hari kerja "
          + "terlewat, periksa cron", .bad)
    case .failing:
      let since = reminders.lastGood.map { "ada yang gagal sejak \($0.indonesian)" }
      part.add(
        "terakhir dijalankan \(reminders.last.indonesian), "
          + "\(since ?? "belum pernah tanpa kegagalan"); lihat: tenggat ingatkan riwayat", .bad)
    }
    if reminders.waiting > 0 {
      part.add(
        "\(reminders.waiting.indonesian) pengiriman terputus atau gagal; lihat: tenggat ingatkan riwayat",
        .soon)
    }
    return part
  }

  /// How many days a backup may lie back before it is remarked on.
  private static let oldestBackup = 7

  private var backups: TextPart {
    var part = TextPart("Cadangan")
    guard let backups = status.backups else {
      part.add(
        "belum pernah dibuat; jalankan: tenggat cadangkan TUJUAN, atau setiap hari: tenggat cadangkan pasang TUJUAN",
        .soon)
      return part
    }
    let last = backups.last
    let time = "\(last.instant.date.indonesian) pukul \(TimeOfDay(last.instant).indonesian)"
    switch last.state {
    case .proved:
      let age = last.instant.date.days(to: status.day)
      let isOld = age > StatusText.oldestBackup
      part.add(
        "terakhir \(time), terbukti (\(last.rows.indonesian) baris)"
          + (isOld
            ? "; sudah \(age.indonesian) hari, setiap hari: tenggat cadangkan pasang TUJUAN" : ""),
        isOld ? .soon : .good)
    case .unproved: part.add("terakhir \(time), tidak terbukti: \(last.note)", .bad)
    case .failed: part.add("terakhir \(time), gagal: \(last.note)", .bad)
    }
    part.add(last.place, .faint, inner: true)
    if last.state != .proved {
      if let proved = backups.lastProved {
        part.add("yang terbukti terakhir: \(proved.instant.date.indonesian)")
        part.add(proved.place, .faint, inner: true)
      } else {
        part.add("belum ada yang terbukti", .bad)
      }
    }
    return part
  }

  private var pages: TextPart {
    let pages = status.pages
    var part = TextPart("Halaman")
    guard pages.users > 0 || pages.subscriptions > 0 else {
      part.add("tanpa pengguna: hanya di komputer ini")
      return part
    }
    let roles = pages.roles.map { "\($0.users) \($0.role.rawValue)" }.joined(separator: ", ")
    part.add("\(pages.users.indonesian) pengguna" + (roles.isEmpty ? "" : " (\(roles))"))
    if pages.subscriptions > 0 {
      part.add("\(pages.subscriptions.indonesian) langganan kalender")
    }
    return part
  }
}
