import Coursework

struct Submission: AffineReLU {
    func affine(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor {
        // x is (N, D) and w is (D, M), so this is (N, M)
        return x.matmul(w)
    }

    func affineBackward(gradY: Tensor, h: Tensor, w: Tensor) throws -> (
        gradH: Tensor, gradW: Tensor, gradB: Tensor
    ) {
        let gradH = gradY.matmul(w.transposed())
        let gradW = h.transposed().matmul(gradY)
        let gradB = gradY.sum(axis: 0)
        return (gradH, gradW, gradB)
    }

    func relu(z: Tensor) throws -> Tensor {
        return z.maximum(0)
    }

    func reluBackward(gradH: Tensor, z: Tensor) throws -> Tensor {
        return gradH * (z .> 0)
    }

    func affineReLU(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor {
        return try relu(z: affine(x: x, w: w, b: b))
    }

    func affineReLUBackward(gradH: Tensor, x: Tensor, w: Tensor, b: Tensor) throws -> (
        gradX: Tensor, gradW: Tensor, gradB: Tensor
    ) {
        let z = try affine(x: x, w: w, b: b)
        let gradZ = try reluBackward(gradH: gradH, z: z)
        let (gradX, gradW, gradB) = try affineBackward(gradY: gradZ, h: x, w: w)
        return (gradX, gradW, gradB)
    }
}
