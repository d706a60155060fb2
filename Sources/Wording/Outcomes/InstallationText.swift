package import CivilCalendar

/// How a server runs the reminders or a backup every day, in words.
package struct InstallationText: Sendable {
  /// What is run.
  package enum Work: Sendable {
    /// The reminders, whose channels need variables of the environment.
    case reminders(needing: [String])
    /// A backup into a folder, of which so many are kept.
    case backup(into: String, keeping: Int)
  }

  private let work: Work
  /// When it runs, by the office's clock.
  private let time: TimeOfDay
  /// When it runs, by the server's clock.
  private let serverTime: TimeOfDay
  /// The office's zone.
  private let zone: IndonesianZone
  private let serverSecondsFromUTC: Int
  /// When it runs again.
  private let repetitions: [TimeOfDay]

  /// States when something is run.
  ///
  /// - Parameters:
  ///   - work: What is run.
  ///   - time: The time by the office's clock.
  ///   - serverTime: The time by the server's clock.
  ///   - zone: The office's zone.
  ///   - serverSecondsFromUTC: How far the server's clock is ahead.
  ///   - repetitions: When it runs again on the same day.
  package init(
    _ work: Work, at time: TimeOfDay, serverTime: TimeOfDay, zone: IndonesianZone,
    serverSecondsFromUTC: Int, again repetitions: [TimeOfDay]
  ) {
    self.work = work
    self.time = time
    self.serverTime = serverTime
    self.zone = zone
    self.serverSecondsFromUTC = serverSecondsFromUTC
    self.repetitions = repetitions
  }

  /// The variables of the environment that it needs.
  private var variables: [String] {
    switch work {
    case .reminders(let variables): variables
    case .backup: []
    }
  }

  /// What cron does not have; `nil` where nothing is missing.
  package var warning: String? {
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

  /// The lines above the line for cron.
  ///
  /// - Parameter installing: The command that installs it without copying.
  /// - Returns: The lines.
  package func introduction(installing: String) -> [String] {
    heading + (warning.map { ["# Perhatian: \($0)."] } ?? []) + [
      "",
      "# == Crontab: salin ke 'crontab -e', atau pasang dengan: \(installing)",
      "# Cron mengirim yang dicetak perintahnya lewat surel kepada MAILTO; letakkan di atas barisnya:",
      "# MAILTO=nama@contoh.invalid",
    ]
  }

  private var heading: [String] {
    switch work {
    case .reminders:
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
    case .backup(let folder, let count):
      return [
        "# Cadangan \(when).",
        "# Ke \(folder); \(count) yang terbaru disisakan, yang terakhir terbukti selalu tinggal.",
        "# Yang gagal atau tidak terbukti disebut 'tenggat status', dan kode keluarnya bukan 0.",
      ]
    }
  }

  /// The lines above the units of systemd.
  ///
  /// - Parameter service: The name of the service's file.
  /// - Returns: The lines.
  package func units(_ service: String) -> [String] {
    let about =
      switch work {
      case .reminders:
        [
          "# == Atau systemd, sebagai root. Saluran stdout masuk ke journal, bukan ke surel.",
          "# Kode 75 (ada yang gagal dan akan dicoba lagi) dijalankan lagi sesudah 20 menit.",
          "# Bila saluran memanggil sendmail dari postfix atau exim pada mesin ini, pakai cron:",
          "# keduanya perlu hak tambahan yang ditutup di sini. msmtp dapat dipakai.",
        ]
      case .backup:
        [
          "# == Atau systemd, sebagai root. Yang dicetak masuk ke journal, bukan ke surel.",
          "# Yang terlewat selama komputer mati dijalankan begitu menyala.",
        ]
      }
    return [""] + about + ["", "# /etc/systemd/system/\(service)"]
  }

  /// The text of the file with the variables.
  ///
  /// - Parameter file: Its path.
  /// - Returns: The line.
  package func variables(in file: String) -> String {
    "# \(file) (chmod 600), sebaris satu: \(variables.map { "\($0)=..." }.joined(separator: ", "))"
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
