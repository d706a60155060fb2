internal import ComplianceModel
package import SystemPackage

/// A reason why reminders are not run every day as it is asked for, as data.
package enum InstallationRefusal: Objecting {
  /// The office wants no reminders at that time; the option for another.
  case quietHour(TimeOfDay, option: String)
  /// The path is none that the tables of cron and systemd can hold.
  case unwritable(FilePath)

  package var objections: [Objection] {
    switch self {
    case .quietHour(let time, let option):
      [
        Objection(
          .request,
          Remedy(
            "pukul \(time.indonesian) ada di dalam jam_tenang, sehingga tidak ada yang akan terkirim"
          ),
          fix: Remedy("sebut jam lain dengan \(option), atau ubah jam_tenang dalam kantor.yaml"))
      ]
    case .unwritable(let path):
      [
        Objection(
          .request, Remedy("\(path) tidak dapat ditulis dalam crontab atau unit systemd"),
          fix: "pakai nama folder tanpa garis miring terbalik")
      ]
    }
  }
}
