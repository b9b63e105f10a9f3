import Coursework
import Foundation

struct Submission: BackpropTwoTwoOne {
    func sigmoid(_ z: Double) -> Double {
        let s = Float(1 / (1 + exp(-z)))
        return Double(s)
    }

    func forward(x0: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double) throws
        -> (z1: Tensor, x1: Tensor, z2: Double, x2: Double)
    {
        let z1 = w1.matmul(x0) + b1
        let x1 = z1.map(sigmoid)
        let z2 = w2.row(0).matmul(x1).scalar + b2
        return (z1: z1, x1: x1, z2: z2, x2: sigmoid(z2))
    }

    func loss(yHat: Double, y: Double) throws -> Double {
        return 0.5 * (yHat - y) * (yHat - y)
    }

    func backward(x0: Tensor, y: Double, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double) throws
        -> (gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Double)
    {
        let f = try forward(x0: x0, w1: w1, b1: b1, w2: w2, b2: b2)
        let d2 = (f.x2 - y) * f.x2 * (1 - f.x2)
        let d1 = d2 * w2.row(0) * f.x1 * (1 - f.x1)
        let dW1 = d1.reshaped(2, 1).matmul(x0.reshaped(1, 2))
        return (gradW1: dW1, gradB1: d1, gradW2: d2 * f.x1.reshaped(1, 2), gradB2: d2)
    }
}
