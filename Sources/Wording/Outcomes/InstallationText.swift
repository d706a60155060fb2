package import CivilCalendar

/// How a server runs the reminders every day, in words.
package struct InstallationText: Sendable {
  /// When it runs, by the office's clock.
  private let time: TimeOfDay
  /// When it runs, by the server's clock.
  private let serverTime: TimeOfDay
  /// The office's zone.
  private let zone: IndonesianZone
  private let serverSecondsFromUTC: Int
  /// When it runs again.
  private let repetitions: [TimeOfDay]

  /// States when the reminders are run.
  ///
  /// - Parameters:
  ///   - time: The time by the office's clock.
  ///   - serverTime: The time by the server's clock.
  ///   - zone: The office's zone.
  ///   - serverSecondsFromUTC: How far the server's clock is ahead.
  ///   - repetitions: When it runs again on the same day.
  package init(
    at time: TimeOfDay, serverTime: TimeOfDay, zone: IndonesianZone, serverSecondsFromUTC: Int,
    again repetitions: [TimeOfDay]
  ) {
    self.time = time
    self.serverTime = serverTime
    self.zone = zone
    self.serverSecondsFromUTC = serverSecondsFromUTC
    self.repetitions = repetitions
  }

  /// What cron does not have; `nil` where nothing is missing.
  ///
  /// - Parameter variables: The variables of the environment that the channels need.
  /// - Returns: The sentence.
  package static func warning(_ variables: [String]) -> String? {
    guard !variables.isEmpty else { return nil }
    return "cron tidak memiliki variabel \(variables.joined(separator: ", ")) yang dipakai "
      + "saluran atau detak; taruh isinya dalam berkas (url_berkas, kunci_berkas)"
  }

  /// When it runs: `setiap hari pukul 08.00 WITA (00.00 pada jam server, UTC)`.
  private var when: String {
    "setiap hari pukul \(time.indonesian) \(zone.rawValue) "
      + "(\(serverTime.indonesian) pada jam server, \(serverZone))"
  }

  /// The server's zone: `UTC`, `UTC+7`, `UTC-3.30`.
  private var serverZone: String {
    let minutes = abs(serverSecondsFromUTC) / 60
    guard minutes > 0 else { return "UTC" }
    let rest = minutes % 60 == 0 ? "" : ".\(minutes % 60)"
    return "UTC\(serverSecondsFromUTC < 0 ? "-" : "+")\(minutes / 60)\(rest)"
  }

  /// The text that stands above the line for cron.
  ///
  /// - Parameters:
  ///   - variables: The variables of the environment that the channels need.
  ///   - installing: How it is installed without copying.
  /// - Returns: The lines.
  package func introduction(needing variables: [String], installing: String) -> [String] {
    let times = repetitions.map(\.indonesian).joined(separator: ", ")
    return [
      "# Pengingat \(when).",
      "# Hari tenang dan yang sudah terkirim diurus tenggat; boleh dijalankan lebih sering.",
    ]
      + (repetitions.isEmpty
        ? []
        : [
          "# Cron mengulanginya pukul \(times): untuk yang gagal, dan bila komputer baru menyala."
        ])
      + (InstallationText.warning(variables).map { ["# Perhatian: \($0)."] } ?? []) + [
        "",
        "# == Crontab: salin ke 'crontab -e', atau pasang dengan: \(installing)",
        "# Cron mengirim yang dicetak perintahnya lewat surel kepada MAILTO; letakkan di atas barisnya:",
        "# MAILTO=nama@contoh.invalid",
      ]
  }

  /// The text that stands above the units of systemd.
  ///
  /// - Parameter service: The name of the service's file.
  /// - Returns: The lines.
  package static func units(_ service: String) -> [String] {
    [
      "",
      "# == Atau systemd, sebagai root. Saluran stdout masuk ke journal, bukan ke surel.",
      "# Kode 75 (ada yang gagal dan akan dicoba lagi) dijalankan lagi sesudah 20 menit.",
      "# Bila saluran memanggil sendmail dari postfix atau exim pada mesin ini, pakai cron:",
      "# keduanya perlu hak tambahan yang ditutup di sini. msmtp dapat dipakai.",
      "",
      "# /etc/systemd/system/\(service)",
    ]
  }

  /// The text of the file with the variables.
  package static func variables(_ names: [String], in file: String) -> String {
    "# \(file) (chmod 600), sebaris satu: \(names.map { "\($0)=..." }.joined(separator: ", "))"
  }

  /// The text behind the units of systemd.
  package static func enabling(_ timer: String) -> [String] {
    ["# Lalu: systemctl daemon-reload", "#       systemctl enable --now \(timer)"]
  }

  /// What was done to the table of cron.
  package enum Change: Sendable {
    /// The line was added.
    case added
    /// The line was another one.
    case replaced
    /// The line was taken away.
    case removed
    /// There was none to take away.
    case absent
    /// The line was there.
    case present
  }

  /// Says what was done to the table of cron for a workspace.
  package func sentence(_ change: Change, of workspace: String) -> String {
    switch change {
    case .added: "Dipasang pada crontab: \(when)"
    case .replaced: "Baris crontab diganti: \(when)"
    case .removed: "Dicabut dari crontab: \(workspace)"
    case .absent: "Tidak ada dalam crontab: \(workspace)"
    case .present: "Sudah terpasang pada crontab: \(when)"
    }
  }
}
