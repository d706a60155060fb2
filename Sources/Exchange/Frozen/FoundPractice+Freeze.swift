internal import CivilCalendar
internal import ComplianceModel
public import Deeds
public import SystemPackage
public import Workspace

extension FoundPractice {
  /// Makes the workspace, with its last quarter frozen and signed by its made-up camat.
  ///
  /// - Parameters:
  ///   - folder: Its folder, missing or empty, in no other workspace.
  ///   - data: The program's own data.
  /// - Returns: What was made.
  /// - Throws: As `check(_:data:)`; what recording throws.
  public func found(in folder: FilePath, data: ProgramData) throws -> Outcome {
    try found(in: folder, data: data) { quarter, workspace, instant, recorder in
      let wish = try FreezeWish(quarter, signedOn: instant.date, today: instant.date, data)
      let viewed = workspace.viewed(on: wish.day)
      let endorsements = try wish.endorsements(of: viewed.kecamatan, viewed.office)
      for kecamatan in viewed.kecamatan {
        _ = try wish.draft(
          of: kecamatan, in: viewed, endorsedBy: endorsements[kecamatan.code], made: instant,
          today: instant.date, note: "dikirim ke kabupaten (latihan)", recorder: recorder
        ).record(instant)
      }
    }
  }
}
