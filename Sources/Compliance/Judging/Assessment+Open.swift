extension Assessment {
  /// Whether somebody can do something about it: not in, not exempt, not behind a shut gate, and with a
  /// due date.
  ///
  /// The one definition of what is open: `jadwal` lists it, `catat` without a period takes it, reminders
  /// are about it, and `ingatkan tunda` puts it off, each within its own range of due dates.
  public var isOpen: Bool {
    switch status {
    case .overdue, .dueSoon: true
    case .waiting: !isGated && due != nil
    case .exempt, .onTime, .late, .submitted: false
    }
  }
}
