import CivilCalendar
import NetworkProgram
import SystemPackage
import Testing

/// What one program tells the other to serve.
struct ServingOrderTests {
  private static let order = ServingOrder(
    folder: "/srv/kantor kita", data: "/usr/share/tenggat", host: "127.0.0.1", port: 8617)

  @Test func `an order reads back as it was written`() throws {
    var dated = Self.order
    dated.today = try CivilDate("2026-03-31")
    for order in [Self.order, dated] {
      #expect(ServingOrder(arguments: order.arguments) == order)
    }
  }

  @Test(arguments: [(0, true), (65_535, true), (-1, false), (65_536, false)])
  func `only a port that there is is taken`(port: Int, isTaken: Bool) {
    var order = Self.order
    order.port = port
    #expect((ServingOrder(arguments: order.arguments) != nil) == isTaken)
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("::1", true), ("localhost", true), ("0.0.0.0", false), ("", false),
    ("192.168.1.2", false),
  ])
  func `only this computer's own addresses are taken`(host: String, isTaken: Bool) {
    var order = Self.order
    order.host = host
    #expect((ServingOrder(arguments: order.arguments) != nil) == isTaken)
  }

  @Test(arguments: [
    [], ["kirim"], ["layani"], Array(order.arguments.dropLast()), order.arguments + [""],
  ])
  func `other arguments are no order`(arguments: [String]) {
    #expect(ServingOrder(arguments: arguments) == nil)
  }

  @Test func `a day that is none is refused, not passed over`() {
    #expect(ServingOrder(arguments: Self.order.arguments.dropLast() + ["kemarin"]) == nil)
  }

  @Test func `the other program lies beside this one, or in libexec`() {
    #expect(
      NetworkProgram.places(beside: "/usr/bin/tenggat").map(\.string)
        == ["/usr/bin/tenggat-jaringan", "/usr/libexec/tenggat/tenggat-jaringan"])
  }
}
