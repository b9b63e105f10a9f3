import Coursework

struct Submission: BackpropTwoThreeOne {
    func sigmoid(_ z: Tensor) -> Tensor {
        return 1.0 / (1.0 + (-z).exp())
    }

    func forwardPropagation(x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double) throws
        -> (z1: Tensor, h: Tensor, z2: Tensor, y: Tensor)
    {
        // np.dot(X, W1.T) + b1
        let z1 = x.matmul(w1.transposed()) + b1
        let h = sigmoid(z1)
        let z2 = h.matmul(w2) + b2
        let y = sigmoid(z2)
        return (z1: z1, h: h, z2: z2, y: y)
    }

    func backPropagation(
        x: Tensor, target: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Double
    ) throws -> (loss: Double, gradW1: Tensor, gradB1: Tensor, gradW2: Tensor, gradB2: Double) {
        throw NotImplemented()
    }
}
