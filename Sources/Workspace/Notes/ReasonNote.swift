public import Compliance

/// The end of a `catatan` that says why a row is taken although something is odd about it.
public enum ReasonNote {
  /// What stands before the reason of a late entry.
  package static let lateEntry = "susulan: "
  /// What stands before the reason that insists on any other row.
  package static let insistence = "alasan: "

  /// What stands before the reason of a row; `nil` for one that needs none.
  package static func mark(of admission: Admission) -> String? {
    admission.isLateEntry ? lateEntry : admission.doubts.isEmpty ? nil : insistence
  }

  /// A reason as it ends a note.
  public static func text(_ reason: String, _ admission: Admission) -> String {
    (mark(of: admission) ?? insistence) + reason
  }
}

extension Desk {
  /// Whether two notes say the same, but for the name of the evidence in front and a reason behind.
  public static func isSameNote(_ first: String, _ second: String) -> Bool {
    ImportNote.core(first) == ImportNote.core(second)
  }
}
