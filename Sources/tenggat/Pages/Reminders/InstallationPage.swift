internal import CivilCalendar
internal import Reminders
internal import Wording

/// How a server runs the reminders every day, in words and as text to copy.
struct InstallationPage {
  let run: DailyRun
  let serverSecondsFromUTC: Int
  /// The variables of the environment that the channels need.
  let secretVariables: [String]

  /// What cron does not have; `nil` where nothing is missing.
  var warning: String? {
    guard !secretVariables.isEmpty else { return nil }
    return "cron tidak memiliki variabel \(secretVariables.joined(separator: ", ")) yang dipakai "
      + "saluran atau detak; taruh isinya dalam berkas (url_berkas, kunci_berkas)"
  }

  /// When it runs: `setiap hari pukul 08.00 WITA (00.00 pada jam server, UTC)`.
  private var time: String {
    let office = TimeOfDay(minute: run.minute).indonesian
    let server = TimeOfDay(minute: run.minute(secondsFromUTC: serverSecondsFromUTC)).indonesian
    return "setiap hari pukul \(office) \(run.zone.rawValue) (\(server) pada jam server, \(zone))"
  }

  /// When cron runs it again: `pukul 10.00, 12.00, 14.00`; `nil` where it does not.
  private var again: String? {
    let times = run.hoursLater.map { TimeOfDay(minute: run.minute + $0 * 60).indonesian }
    return times.isEmpty ? nil : "pukul \(times.joined(separator: ", "))"
  }

  /// The server's zone: `UTC`, `UTC+7`, `UTC-3.30`.
  private var zone: String {
    let minutes = abs(serverSecondsFromUTC) / 60
    guard minutes > 0 else { return "UTC" }
    let rest = minutes % 60 == 0 ? "" : ".\(minutes % 60)"
    return "UTC\(serverSecondsFromUTC < 0 ? "-" : "+")\(minutes / 60)\(rest)"
  }

  func print(_ units: SystemdUnits, to session: inout Session) {
    let lines =
      [
        "# Pengingat \(time).",
        "# Hari tenang dan yang sudah terkirim diurus tenggat; boleh dijalankan lebih sering.",
      ]
      + (again.map {
        ["# Cron mengulanginya \($0): untuk yang gagal, dan bila komputer baru menyala."]
      } ?? []) + (warning.map { ["# Perhatian: \($0)."] } ?? []) + [
        "",
        "# == Crontab: salin ke 'crontab -e', atau pasang dengan: tenggat ingatkan pasang --cron",
        "# Cron mengirim yang dicetak perintahnya lewat surel kepada MAILTO; letakkan di atas barisnya:",
        "# MAILTO=nama@contoh.invalid",
      ] + run.cronLines(serverSecondsFromUTC: serverSecondsFromUTC) + [
        "",
        "# == Atau systemd, sebagai root. Saluran stdout masuk ke journal, bukan ke surel.",
        "# Kode 75 (ada yang gagal dan akan dicoba lagi) dijalankan lagi sesudah 20 menit.",
        "# Bila saluran memanggil sendmail dari postfix atau exim pada mesin ini, pakai cron:",
        "# keduanya perlu hak tambahan yang ditutup di sini. msmtp dapat dipakai.",
        "",
        "# /etc/systemd/system/\(units.serviceName)",
      ]
    for line in lines { session.console.line(line) }
    session.console.raw(units.service)
    session.console.line()
    session.console.line("# /etc/systemd/system/\(units.timerName)")
    session.console.raw(units.timer)
    session.console.line()
    if let file = units.variablesFile {
      let names = secretVariables.map { "\($0)=..." }.joined(separator: ", ")
      session.console.line("# \(file) (chmod 600), sebaris satu: \(names)")
      session.console.line()
    }
    session.console.line("# Lalu: systemctl daemon-reload")
    session.console.line("#       systemctl enable --now \(units.timerName)")
  }

  /// What was done to the crontab.
  func sentence(_ change: CrontabText.Change, removing isRemoval: Bool) -> String {
    switch change {
    case .added: "Dipasang pada crontab: \(time)"
    case .replaced: "Baris crontab diganti: \(time)"
    case .removed: "Dicabut dari crontab: \(run.workspace)"
    case .unchanged where isRemoval: "Tidak ada dalam crontab: \(run.workspace)"
    case .unchanged: "Sudah terpasang pada crontab: \(time)"
    }
  }
}
