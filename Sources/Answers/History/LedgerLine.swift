public import ComplianceModel
public import LedgerStore
internal import PlainText
internal import Workspace

/// One row of the ledger with what belongs to it: who it is about, and whether it still counts.
public struct LedgerLine: Sendable {
  /// The row as far as judging needs it.
  public let event: LedgerEvent
  /// The row with its texts and all its dates.
  public let row: LedgerRow
  /// The name of the unit with what it is: `Desa Tarungin`.
  public let unitName: String
  /// Whether it is a submission that was recorded as a late entry (susulan).
  public let isLateEntry: Bool
  /// The row that voids this one; `nil` where none does.
  public let voidedBy: LedgerRow?

  /// Why the row is void, as the one that voids it says; `nil` where it is not, or no reason is given.
  public var voidReason: String? {
    // Before it lies the number of the row that is void.
    voidedBy?.entry.note.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init)
      .flatMap { $0.isBlank ? nil : $0 }
  }
}
