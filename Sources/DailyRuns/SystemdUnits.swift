public import ComplianceModel
public import SystemPackage

/// A service and a timer of systemd for a daily run, with as few rights as it needs.
///
/// Source: systemd.service(5), systemd.timer(5), systemd.exec(5).
public struct SystemdUnits: Sendable {
  private let run: DailyRun
  private let name: String
  private let office: String
  private let owner: String
  private let outside: [String]
  private let hasSecretVariables: Bool

  /// Describes the units of a backup.
  ///
  /// - Parameters:
  ///   - run: The daily run.
  ///   - office: The code of the kecamatan and what it is called, for the names of the units.
  ///   - owner: The user who owns the workspace; the run must be able to write there.
  ///   - target: The folder for backups, absolute.
  public init(
    _ run: DailyRun, of office: (code: RegionCode, name: String), owner: String,
    into target: FilePath
  ) {
    self.init(run, of: office, owner: owner, outside: [target.string], hasSecretVariables: false)
  }

  /// Describes the units of the reminders.
  ///
  /// - Parameters:
  ///   - run: The daily run.
  ///   - office: The code of the kecamatan and what it is called, for the names of the units.
  ///   - owner: The user who owns the workspace; the run must be able to write there.
  ///   - settings: The office's reminders, whose folders outside the workspace are written to.
  public init(
    _ run: DailyRun, of office: (code: RegionCode, name: String), owner: String,
    _ settings: ReminderSettings
  ) {
    let folders = settings.channels.compactMap { channel in
      if case .drop(let folder) = channel.kind { FilePath(folder) } else { nil }
    }
    let heartbeat = settings.heartbeatFile.map { FilePath($0).removingLastComponent() }
    self.init(
      run, of: office, owner: owner,
      outside: (folders + [heartbeat].compactMap { $0 }).filter(\.isAbsolute).map(\.string),
      hasSecretVariables: !settings.secretVariables.isEmpty)
  }

  private init(
    _ run: DailyRun, of office: (code: RegionCode, name: String), owner: String,
    outside: [String], hasSecretVariables: Bool
  ) {
    self.run = run
    name = "tenggat-\(run.work.rawValue)-\(office.code)"
    self.office = String(office.name.unicodeScalars.map { SystemdUnits.plain($0) })
    self.owner = owner
    self.outside = outside
    self.hasSecretVariables = hasSecretVariables
  }

  /// The name of the service's file.
  public var serviceName: String { "\(name).service" }

  /// The file with the variables that hold secrets, which whoever installs the units writes; `nil` where
  /// the office has none.
  public var variablesFile: String? { hasSecretVariables ? "/etc/default/\(name)" : nil }

  /// The name of the timer's file.
  public var timerName: String { "\(name).timer" }

  /// The time of day that the timer names: in UTC, so that it holds on a server in any zone.
  private var time: String {
    let minute = run.minute(secondsFromUTC: 0)
    return [minute / 60, minute % 60].map { "\($0 < 10 ? "0" : "")\($0)" }.joined(separator: ":")
  }

  /// The service.
  public var service: String {
    """
    [Unit]
    \((["Description=\(description)"] + network).joined(separator: "\n"))

    [Service]
    Type=oneshot
    User=\(owner)
    \((["ExecStart=\(command)"] + environment).joined(separator: "\n"))
    Restart=on-failure
    RestartSec=20min
    RestartPreventExitStatus=1 64 65 66 73 74 78
    \(rights.joined(separator: "\n"))

    """
  }

  /// The timer.
  public var timer: String {
    """
    [Unit]
    Description=\(description), setiap hari

    [Timer]
    OnCalendar=*-*-* \(time):00 UTC
    Persistent=yes

    [Install]
    WantedBy=timers.target

    """
  }

  private var description: String {
    switch run.work {
    case .reminders: "Pengingat tenggat \(office)"
    case .backup: "Cadangan tenggat \(office)"
    }
  }

  /// What it waits for.
  private var network: [String] {
    switch run.work {
    case .reminders: ["Wants=network-online.target", "After=network-online.target"]
    case .backup: []
    }
  }

  private var command: String {
    // The program itself takes no variables, its arguments do.
    let arguments = run.arguments.map { SystemdUnits.quoted($0).replacing("$", with: "$$") }
    return ([SystemdUnits.quoted(run.program.string)] + arguments).joined(separator: " ")
  }

  private var environment: [String] {
    let data = run.data.map { ["TENGGAT_DATA=\($0.string)"] } ?? []
    return data.map { "Environment=\(SystemdUnits.quoted($0))" }
      + (variablesFile.map { ["EnvironmentFile=\($0)"] } ?? [])
  }

  private var rights: [String] {
    let writable = [run.workspace.string] + outside.map { "-\($0)" }
    return [
      "NoNewPrivileges=yes",
      "ProtectSystem=strict",
      "ReadWritePaths=\(writable.map(SystemdUnits.quoted).joined(separator: " "))",
    ]
      // A folder that the run needs must not be hidden from it.
      + (isAnything(in: ["/tmp", "/var/tmp"]) ? [] : ["PrivateTmp=yes"])
      + (isAnything(in: ["/home", "/root", "/run/user"]) ? [] : ["ProtectHome=read-only"])
      + SystemdUnits.fixedRights + reach
  }

  /// What it may talk to: who sends nothing needs no network.
  private var reach: [String] {
    switch run.work {
    case .reminders: ["RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK"]
    case .backup: ["PrivateNetwork=yes", "RestrictAddressFamilies=AF_UNIX"]
    }
  }

  private func isAnything(in folders: [String]) -> Bool {
    let paths = [run.program.string, run.workspace.string] + [run.data?.string].compactMap { $0 }
    return (paths + outside).contains { path in folders.contains { path.hasPrefix("\($0)/") } }
  }

  private static let fixedRights = [
    "PrivateDevices=yes",
    "ProtectClock=yes",
    "ProtectControlGroups=yes",
    "ProtectHostname=yes",
    "ProtectKernelLogs=yes",
    "ProtectKernelModules=yes",
    "ProtectKernelTunables=yes",
    "ProtectProc=invisible",
    "CapabilityBoundingSet=",
    "LockPersonality=yes",
    "MemoryDenyWriteExecute=yes",
    "RemoveIPC=yes",
    "RestrictNamespaces=yes",
    "RestrictRealtime=yes",
    "RestrictSUIDSGID=yes",
    "SystemCallArchitectures=native",
    "SystemCallFilter=@system-service",
    "SystemCallErrorNumber=EPERM",
  ]

  /// A word in double quotes, with what systemd would read as something else written twice.
  private static func quoted(_ word: String) -> String {
    let escaped = word.replacing("%", with: "%%").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }

  /// A character of a name in a description, which no name of ours needs to be anything special in.
  private static func plain(_ scalar: Unicode.Scalar) -> Character {
    scalar == "%" || scalar == "\\" || scalar.properties.generalCategory == .control
      ? " " : Character(scalar)
  }
}
