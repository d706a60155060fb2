package import CivilCalendar
public import ComplianceModel
public import DurableFiles
internal import Hashing
internal import PlainText
public import SystemPackage

/// The addresses from which calendar programs take the due dates of a workspace.
public struct Subscriptions: Sendable {
  /// The addresses, in the order in which they were made.
  public let list: [Subscription]

  /// The name of the file, which only the workspace's owner may read.
  public static let file = "langganan.csv"

  /// Reads the addresses of a workspace; none where it has no file of them.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - files: The file system.
  /// - Throws: ``WorkspaceFailure``, with all faults of the file: nothing is answered by half of one.
  public init(in folder: FilePath, files: FileSystem = .live) throws(WorkspaceFailure) {
    let (list, findings) = try Subscriptions.read(PrivateFile(folder, files))
    guard findings.isEmpty else { throw .configuration(findings) }
    self.list = list
  }

  /// What is wrong with the file.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - files: The file system.
  /// - Returns: The faults, in the order of the file.
  /// - Throws: ``WorkspaceFailure`` where it cannot be read.
  public static func findings(
    in folder: FilePath, files: FileSystem = .live
  ) throws(WorkspaceFailure) -> [Finding] { try read(PrivateFile(folder, files)).findings }

  /// The subscription with a secret; `nil` where there is none.
  ///
  /// How long it takes tells nothing of any secret: all are compared, each in constant time.
  public subscript(secret secret: String) -> Subscription? {
    let print = Array(Subscriptions.print(of: secret).utf8)
    var found: Subscription?
    for subscription in list where ConstantTime.areEqual(print, Array(subscription.print.utf8)) {
      found = subscription
    }
    return found
  }

  /// Adds an address.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - files: The file system.
  ///   - secret: The secret of the address, of which only the hash is kept.
  ///   - make: Gives the subscription, by its number, its hash, and those that there are.
  /// - Returns: The subscription.
  /// - Throws: What `make` throws; ``WorkspaceFailure``.
  package static func add(
    in folder: FilePath, files: FileSystem, secret: String,
    _ make: ([Subscription]) throws -> Draft
  ) throws -> Subscription {
    var added: Subscription?
    try change(in: folder, files) { list, next in
      let draft = try make(list)
      let new = Subscription(
        number: next, name: draft.name, jabatan: draft.jabatan, unit: draft.unit,
        since: draft.since, maker: draft.maker, print: print(of: secret))
      added = new
      return list + [new]
    }
    guard let added else { throw WorkspaceFailure.changed(folder.appending(file)) }
    return added
  }

  /// What somebody wants to subscribe to.
  package struct Draft {
    let name: String
    let jabatan: String?
    let unit: RegionCode?
    let since: CivilDate
    let maker: String

    /// Describes it.
    package init(
      name: String, jabatan: String?, unit: RegionCode?, since: CivilDate, maker: String
    ) {
      self.name = name
      self.jabatan = jabatan
      self.unit = unit
      self.since = since
      self.maker = maker
    }
  }

  /// Revokes an address, which answers nothing from then on.
  ///
  /// - Returns: Whether there was one.
  /// - Throws: ``WorkspaceFailure``.
  package static func remove(
    _ number: Int, in folder: FilePath, files: FileSystem
  ) throws -> Bool {
    var wasThere = false
    try change(in: folder, files) { list, _ in
      wasThere = list.contains { $0.number == number }
      return list.filter { $0.number != number }
    }
    return wasThere
  }

  private static func change(
    in folder: FilePath, _ files: FileSystem,
    _ change: ([Subscription], _ next: Int) throws -> [Subscription]
  ) throws {
    let file = PrivateFile(folder, files)
    try file.change {
      let before = try Subscriptions(in: folder, files: files).list
      return bytes(of: try change(before, (before.map(\.number).max() ?? 0) + 1))
    }
  }

  private static func print(of secret: String) -> String {
    SHA256.digest(of: Array(secret.utf8)).description
  }
}

// MARK: - The file

extension Subscriptions {
  private static let columns = [
    "nomor", "nama", "jabatan", "unit", "sejak", "dibuat_oleh", "sidik",
  ]

  private static func read(
    _ file: PrivateFile
  ) throws(WorkspaceFailure) -> (list: [Subscription], findings: [Finding]) {
    guard let (bytes, state) = try file.read() else { return ([], []) }
    let table = PrivateRows(bytes, name: file.name, columns: columns)
    var findings = table.findings
    var list: [Subscription] = []
    for (texts, place) in table.rows {
      guard let subscription = Subscription(texts),
        !list.contains(where: { $0.number == subscription.number })
      else {
        findings.append(UserSentence.subscription(texts[0], at: place))
        continue
      }
      list.append(subscription)
    }
    return (list, findings + [file.exposure(state)].compactMap(\.self))
  }

  private static func bytes(of list: [Subscription]) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(columns)
    for one in list {
      writer.row([
        "\(one.number)", one.name, one.jabatan ?? "", one.unit?.description ?? "",
        one.since.description, one.maker, one.print,
      ])
    }
    return writer.bytes
  }
}

extension PrivateFile {
  /// The file of subscriptions of a workspace.
  fileprivate init(_ folder: FilePath, _ files: FileSystem) {
    self.init(folder: folder, name: Subscriptions.file, files: files)
  }
}

extension Subscription {
  /// Reads the texts of a row; `nil` where they are no subscription.
  fileprivate init?(_ texts: [String]) {
    let unit = texts[3].isEmpty ? nil : RegionCode(texts[3])
    guard let number = Int(plain: texts[0]), number > 0, Subscription.isName(texts[1]),
      texts[3].isEmpty == (unit == nil), let since = try? CivilDate(texts[4]),
      texts[6].utf8.count == 64,
      texts[6].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    self.init(
      number: number, name: texts[1], jabatan: texts[2].isEmpty ? nil : texts[2], unit: unit,
      since: since, maker: texts[5], print: texts[6])
  }
}
