/// Why a user is not added or changed, as data.
public struct UserRefusal: Error, Hashable, Sendable {
  /// All that is wrong, at least one thing.
  public let faults: [UserFault]

  /// Names one thing.
  public init(_ fault: UserFault) { faults = [fault] }

  /// Names all that is wrong.
  public init(_ faults: [UserFault]) { self.faults = faults }
}
