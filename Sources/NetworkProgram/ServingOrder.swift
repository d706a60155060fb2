public import CivilCalendar
public import SystemPackage

/// What the program that has the network is told to serve: the arguments of its `layani`.
///
/// Nothing in it is a secret, since the arguments of a program can be seen by everyone.
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

  /// The word that it begins with.
  private static let command = "layani"

  /// The addresses that only this computer reaches.
  public static let ownHosts = ["127.0.0.1", "::1", "localhost"]

  /// The ports that can be listened on.
  public static let ports = 0...65_535

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

  /// Reads an order; `nil` for arguments that are none.
  public init?(arguments: [String]) {
    guard arguments.count == 6, arguments[0] == ServingOrder.command, let port = Int(arguments[4]),
      ServingOrder.ports.contains(port), ServingOrder.ownHosts.contains(arguments[3])
    else { return nil }
    today = try? CivilDate(arguments[5])
    guard today != nil || arguments[5].isEmpty else { return nil }
    folder = FilePath(arguments[1])
    data = FilePath(arguments[2])
    host = arguments[3]
    self.port = port
  }

  /// The order as arguments.
  public var arguments: [String] {
    [
      ServingOrder.command, folder.string, data.string, host, "\(port)",
      today?.description ?? "",
    ]
  }
}
