import CivilCalendar
import ComplianceModel
import DurableFiles
import Hummingbird
import HummingbirdCore
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// What the first page shows to whom.
struct HomePageTests {
  private static func page(_ role: UserRole?, _ jabatan: String? = nil) throws -> HomePage {
    let today = try day("2026-04-02")
    let office = try Pages.filled().office
    let visit = Visit(
      workspace: try office.open().viewed(on: today),
      visitor: .owner(.success("budi")), formToken: "",
      ground: PageGround(on: FileWitness(now: .zero), now: .zero), zone: .wita, today: today,
      day: today,
      query: try PageQuery(URI("/"), known: []), parameters: Parameters(),
      drafts: DraftShelf(in: office.path), recaps: KeptRecaps(), trials: TrialPace(), base: "",
      origin: "",
      executable: office.path)
    return try HomePage(visit, in: HomeOrder(role, jabatan: jabatan))
  }

  @Test(arguments: UserRole.allCases)
  func `everybody sees what is late and what comes, each part once`(role: UserRole) {
    let parts = HomeOrder(role, jabatan: "kasi-pemerintahan").parts
    #expect(parts.contains(.late) && parts.contains(.week) && parts.contains(.timeline))
    #expect(Set(parts).count == parts.count)
  }

  @Test func `the desa that owe come first for the Kasi Pemerintahan, the numbers for the camat`() {
    #expect(HomeOrder(.section, jabatan: "kasi-pemerintahan").parts.first == .owing)
    #expect(HomeOrder(.section, jabatan: "kasi-trantib").parts.first == .late)
    #expect(HomeOrder(.head, jabatan: nil).parts.prefix(2) == [.quarters, .late])
    #expect(HomeOrder(.planner, jabatan: nil) == HomeOrder(nil, jabatan: nil))
  }

  @Test func `who hands in for a desa sees nothing of the office's own`() {
    let parts = HomeOrder(.villageOperator, jabatan: nil).parts
    for part in [HomeOrder.Part.waiting, .reminders, .owing, .quarters, .load] {
      #expect(!parts.contains(part))
    }
  }

  @Test func `a kasi sees the own duties, an office all of them`() throws {
    let all = try HomePageTests.page(nil)
    let own = try HomePageTests.page(.section, "kasi-pemerintahan")
    func late(_ page: HomePage) -> [String] {
      page.parts.compactMap(\.list).first?.table.rows.compactMap { $0.cells.first?.text } ?? []
    }
    #expect(late(all).contains("Renja") && late(all).contains("LPPDesa"))
    #expect(!late(own).contains("Renja") && late(own).contains("LPPDesa"))
    #expect(own.parts.compactMap(\.list).first?.title.contains("tanggung jawab Anda") == true)
    #expect(own.parts.first?.owing?.villages.isEmpty == false)
    #expect(all.parts.allSatisfy { $0.owing == nil })
  }

  @Test func `a jabatan without a duty is told that nothing is late`() throws {
    let page = try HomePageTests.page(.section, "kasi-ekonomi")
    #expect(page.parts.first?.calm?.text == "Tidak ada yang lewat tenggat.")
  }
}
