public import CivilCalendar
public import SystemPackage

/// What the program that has the network is told to serve: the arguments of its `layani`.
///
/// Nothing in it is a secret, since the arguments of a program can be seen by everyone: a key is named by its
/// file.
public struct ServingOrder: Hashable, Sendable {
  /// The workspace.
  public var folder: FilePath
  /// The folder of the program's own data.
  public var data: FilePath
  /// The address that is listened on.
  public var host: String
  /// The port; 0 for one that is free.
  public var port: Int
  /// The day that is taken for today; `nil` where the clock tells.
  public var today: CivilDate?
  /// The names under which the pages are asked for, beside those of this computer.
  public var names: [String] = []
  /// The addresses of the reverse proxies whose word is taken.
  public var proxies: [String] = []
  /// Where the pages begin: empty for the top of the server, or `/tenggat`.
  public var base = ""
  /// The certificate and its key (PEM); `nil` where the program speaks no TLS.
  public var certificate: Certificate?
  /// Where each answer is written down: a file, `-` for standard output; `nil` for nowhere.
  public var log: String?
  /// Whether the folder is no workspace yet, and pages make it one.
  public var founds = false
  /// The table of regions for a workspace that is made; `nil` for the program's own.
  public var regions: FilePath?

  /// A certificate and its key, as files.
  public struct Certificate: Hashable, Sendable {
    /// The certificate, with those that vouch for it.
    public var file: FilePath
    /// The key.
    public var key: FilePath

    /// Names the files.
    public init(_ file: FilePath, key: FilePath) {
      self.file = file
      self.key = key
    }
  }

  /// The word that it begins with.
  private static let command = "layani"

  /// The addresses that only this computer reaches.
  public static let ownHosts = ["127.0.0.1", "::1", "localhost"]

  /// The ports that can be listened on.
  public static let ports = 0...65_535

  /// Whether others than this computer can ask, so that there have to be users, and nothing is sent that can be
  /// read on the way.
  ///
  /// A proxy asks for others, and who gives the computer another name means to be asked by others.
  public var isExposed: Bool {
    !ServingOrder.ownHosts.contains(host) || !proxies.isEmpty || !names.isEmpty
  }

  /// Whether what others ask for cannot be read on the way: the program or a proxy speaks TLS.
  public var isEncrypted: Bool { certificate != nil || !proxies.isEmpty }

  /// Creates an order.
  public init(
    folder: FilePath, data: FilePath, host: String, port: Int, today: CivilDate? = nil
  ) {
    self.folder = folder
    self.data = data
    self.host = host
    self.port = port
    self.today = today
  }

  /// Reads an order; `nil` for arguments that are none, and for one that would let others read along.
  public init?(arguments: [String]) {
    guard arguments.first == ServingOrder.command else { return nil }
    var values: [String: [String]] = [:]
    for argument in arguments.dropFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let key = Key(rawValue: String(parts[0])) else { return nil }
      values[key.rawValue, default: []].append(String(parts[1]))
      guard key.isRepeated || values[key.rawValue]?.count == 1 else { return nil }
    }
    func value(_ key: Key) -> String? { values[key.rawValue]?.first }
    guard let folder = value(.folder), let data = value(.data), let host = value(.host),
      let port = value(.port).flatMap({ Int($0) }), ServingOrder.ports.contains(port)
    else { return nil }
    self.init(folder: FilePath(folder), data: FilePath(data), host: host, port: port)
    if let day = value(.today) {
      today = try? CivilDate(day)
      guard today != nil else { return nil }
    }
    names = values[Key.name.rawValue] ?? []
    proxies = values[Key.proxy.rawValue] ?? []
    base = value(.base) ?? ""
    log = value(.log)
    guard (value(.certificate) == nil) == (value(.key) == nil) else { return nil }
    if let file = value(.certificate), let key = value(.key) {
      certificate = Certificate(FilePath(file), key: FilePath(key))
    }
    founds = value(.founds) != nil
    regions = value(.regions).map { FilePath($0) }
    guard (isEncrypted || !isExposed) && !host.isEmpty else { return nil }
    // Whoever comes first makes the workspace: only who sits at this computer.
    guard founds ? !isExposed && value(.founds) == "ya" : regions == nil else { return nil }
  }

  /// The keys of the arguments.
  private enum Key: String {
    case folder = "ruang"
    case data
    case host = "alamat"
    case port
    case today = "hari-ini"
    case name = "nama"
    case proxy = "dipercaya"
    case base = "dasar"
    case certificate = "sertifikat"
    case key = "kunci"
    case log = "catatan-akses"
    case founds = "mulai"
    case regions = "wilayah"

    var isRepeated: Bool { self == .name || self == .proxy }
  }

  /// The order as arguments.
  public var arguments: [String] {
    let pairs: [(Key, String?)] =
      [
        (.folder, folder.string), (.data, data.string), (.host, host), (.port, "\(port)"),
        (.today, today?.description),
      ] + names.map { (.name, $0) } + proxies.map { (.proxy, $0) } + [
        (.base, base.isEmpty ? nil : base), (.certificate, certificate?.file.string),
        (.key, certificate?.key.string), (.log, log), (.founds, founds ? "ya" : nil),
        (.regions, regions?.string),
      ]
    return [ServingOrder.command]
      + pairs.compactMap { key, value in value.map { "\(key.rawValue)=\($0)" } }
  }
}
