public import CivilCalendar
internal import ComplianceModel
internal import Hashing
public import Workspace

/// Makes an address from which somebody's calendar program takes the due dates.
public struct Subscribe: Sendable {
  private let name: String
  private let jabatan: String?
  private let unit: String?
  private let maker: String

  /// Names what is subscribed to.
  ///
  /// - Parameters:
  ///   - name: What it is called, for who revokes it.
  ///   - jabatan: The jabatan whose due dates it shows, as a person wrote it; `nil` for all.
  ///   - unit: The unit whose due dates it shows, as a person wrote it; `nil` for all.
  ///   - maker: Who makes it.
  public init(_ name: String, jabatan: String? = nil, unit: String? = nil, maker: String) {
    self.name = name
    self.jabatan = jabatan
    self.unit = unit
    self.maker = maker
  }

  /// A reason why an address is not made, as data; beside these there is the refusal of a unit.
  public enum Refused: Error, Hashable, Sendable {
    /// The name is blank, too long, or cannot be printed.
    case name(String)
    /// The jabatan is none that is known here.
    case jabatan(String, known: [String])
    /// Another one is called so.
    case taken(String)
  }

  /// What was made.
  public struct Outcome: Sendable {
    /// The subscription.
    public let subscription: Subscription
    /// The secret of its address, which is told this once and kept nowhere.
    public let secret: String
  }

  /// Makes the address.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - today: Today.
  /// - Returns: The subscription and its secret.
  /// - Throws: What stands against it; nothing was then written.
  public func make(
    in workspace: Workspace, on today: CivilDate
  ) throws(RequestFailure) -> Outcome {
    try RequestFailure.wrap {
      guard Subscription.isName(name) else { throw Refused.name(name) }
      let role = try jabatan.map { word in
        guard let known = Office.role(written: word, among: workspace.knownRoles) else {
          throw Refused.jabatan(word, known: workspace.knownRoles)
        }
        return known
      }
      let unit = try unit.map { try workspace.unit($0) }
      let secret = RandomSecret.hexadecimal()
      let subscription = try Subscriptions.add(
        in: workspace.folder, files: workspace.files, secret: secret
      ) { list in
        guard !list.contains(where: { $0.name == name }) else { throw Refused.taken(name) }
        return Subscriptions.Draft(
          name: name, jabatan: role, unit: unit, since: today, maker: maker)
      }
      return Outcome(subscription: subscription, secret: secret)
    }
  }
}

/// Revokes an address, which answers nothing from then on.
public struct Unsubscribe: Sendable {
  private let number: Int

  /// Names the subscription.
  public init(_ number: Int) { self.number = number }

  /// Revokes it.
  ///
  /// - Parameter workspace: The workspace.
  /// - Returns: Whether there was one.
  /// - Throws: What stands against it; nothing was then written.
  @discardableResult
  public func remove(in workspace: Workspace) throws(RequestFailure) -> Bool {
    try RequestFailure.wrap {
      try Subscriptions.remove(number, in: workspace.folder, files: workspace.files)
    }
  }
}
