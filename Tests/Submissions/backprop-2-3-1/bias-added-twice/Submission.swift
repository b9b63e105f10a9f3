import Coursework

struct Submission: BackpropTwoThreeOne {
    func sigmoid(_ z: Tensor) -> Tensor {
        return 1.0 / (1.0 + (-z).exp())
    }

    func affine(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
        return x.matmul(w.transposed()) + b
    }

    func forwardPropagation(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double) throws
        -> (z1: Tensor, h: Tensor, z2: Tensor, y: Tensor)
    {
        let z1 = affine(x, w1, b1)
        let h = sigmoid(z1)
        let z2 = affine(h, w2, Tensor(b2)) + b2
        let y = sigmoid(z2)
        return (z1: z1, h: h, z2: z2, y: y)
    }

    func backPropagation(
        x: Tensor, target: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
    ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Double) {
        let nPoints = Double(x.shape[0])
        let f = try forwardPropagation(x: x, w1: w1, b1: b1, w2: w2, b2: b2)
        let loss = 1 / (2 * nPoints) * (f.y - target).squared().sum()

        let dLdY = 1 / nPoints * (f.y - target)
        let dLdZ2 = dLdY * (f.y * (1.0 - f.y))
        let dLdW2 = f.h.transposed().matmul(dLdZ2)
        let dLdb2 = dLdZ2.sum()
        let dLdH = dLdZ2.reshaped(-1, 1).matmul(w2.reshaped(1, -1))
        let dLdZ1 = dLdH * (f.h * (1.0 - f.h))
        let dLdW1 = dLdZ1.transposed().matmul(x)
        let dLdb1 = dLdZ1.sum(axis: 0)
        return (loss: loss, gradW1: dLdW1, gradB1: dLdb1, gradW2: dLdW2, gradB2: dLdb2)
    }
}
