internal import ComplianceModel
internal import Workspace

/// What the first page shows to somebody, the most pressing for them first.
struct HomeOrder: Hashable, Sendable {
  /// A part of the page.
  enum Part: Hashable, Sendable {
    /// Past the due date and not in.
    case late
    /// Due within a week.
    case week
    /// The desa that owe something.
    case owing
    /// How it stands with the quarters.
    case quarters
    /// The days ahead.
    case timeline
    /// How much is due in the weeks ahead.
    case load
    /// What waits in the drop folder.
    case waiting
    /// When the reminders last ran.
    case reminders
    /// What was recorded late.
    case lateEntries
  }

  /// The parts in order.
  let parts: [Part]
  /// The jabatan whose duties alone are listed as late or due; `nil` for all.
  let jabatan: String?

  /// The role whose work is the desa.
  private static let villageRole = "kasi-pemerintahan"

  /// The order for a visitor.
  ///
  /// - Parameters:
  ///   - role: The role; `nil` for the owner of the computer, who sees what the office sees.
  ///   - jabatan: The jabatan whose reports they write; `nil` for others.
  init(_ role: UserRole?, jabatan: String?) {
    let office: [Part] = [
      .late, .week, .waiting, .quarters, .timeline, .load, .reminders, .lateEntries,
    ]
    switch role {
    case .head:
      parts = [.quarters, .late, .week, .timeline, .load, .reminders, .lateEntries, .waiting]
      self.jabatan = nil
    case .section where jabatan == HomeOrder.villageRole:
      parts = [
        .owing, .waiting, .week, .late, .quarters, .timeline, .load, .lateEntries, .reminders,
      ]
      self.jabatan = jabatan
    case .section:
      parts = office
      self.jabatan = jabatan
    case .villageOperator:
      parts = [.late, .week, .timeline, .lateEntries]
      self.jabatan = nil
    case .planner, .secretary, .manager, .reader, nil:
      parts = office
      self.jabatan = nil
    }
  }
}
