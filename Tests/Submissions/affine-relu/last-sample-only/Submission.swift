import Coursework

struct Submission: AffineReLU {
    func affine(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor {
        return x.matmul(w) + b
    }

    func affineBackward(gradY: Tensor, h: Tensor, w: Tensor) throws -> (
        gradH: Tensor, gradW: Tensor, gradB: Tensor
    ) {
        let n = gradY.shape[0], m = gradY.shape[1], d = w.shape[0]
        var gradW = Tensor.zeros(d, m)
        var gradB = Tensor.zeros(m)
        for i in 0..<n {
            for j in 0..<m {
                gradB[j] = gradY[i, j]
                for k in 0..<d {
                    gradW[k, j] = h[i, k] * gradY[i, j]
                }
            }
        }
        return (gradY.matmul(w.transposed()), gradW, gradB)
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
