import NumericChecks
import Tensors
import Testing

@Suite("Kinks and conventions")
struct KinkProbeTests {
  @Test("At the kink of a ReLU the convention is its derivative at 0, upstream and all")
  func relu() {
    let upstream: Tensor = [1.5, -2, 0.25, 3, 1, -1]
    let probe = KinkProbe(of: { ($0.maximum(0) * upstream).sum() }, at: .zeros(6))
    #expect(probe.left == .zeros(6) && probe.right == upstream)
    let gradient = upstream * ([0, 1, 0.5, 0.25, 1.5, -0.5] as Tensor)
    #expect(probe.conventions(of: gradient) == [.zero, .one, .half, .other, nil, nil])
  }

  @Test("At the kink of |x|, 0 is the middle")
  func absolute() {
    let probe = KinkProbe(of: { $0.abs().sum() }, at: .zeros(4))
    #expect(probe.conventions(of: [-1, 0, 1, 0.5]) == [.zero, .half, .one, .other])
  }

  @Test("Beside a kink there is one right number")
  func beside() {
    let probe = KinkProbe(of: { $0.maximum(0).sum() }, at: [0.5, -0.5, 0])
    #expect(probe.conventions(of: [1, 0, 0]) == [.noKink, .noKink, .zero])
    #expect(probe.conventions(of: [0, 1, 0.5]) == [nil, nil, .half])
  }

  @Test("Curved pieces are no obstacle")
  func curved() {
    let probe = KinkProbe(of: { $0.maximum(0).exp().sum() + $0.squared().sum() }, at: [0])
    #expect(abs(probe.left[0]) <= 10 * probe.error[0])
    #expect(abs(probe.right[0] - 1) <= 10 * probe.error[0] && probe.error[0] < 1e-5)
    #expect(probe.conventions(of: [0.5]) == [.half])
  }

  @Test("NaN is no subgradient")
  func notFinite() {
    let probe = KinkProbe(of: { $0.abs().sum() }, at: [0])
    #expect(probe.conventions(of: Tensor([.nan])) == [nil])
  }
}
