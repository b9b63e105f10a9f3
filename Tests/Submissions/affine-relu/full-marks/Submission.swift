import Coursework

/// Homework 1 - affine & ReLU layers
struct Submission: AffineReLU {

    func affine(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor {
        return x.matmul(w) + b
    }

    func affineBackward(gradY: Tensor, h: Tensor, w: Tensor) throws
        -> (gradH: Tensor, gradW: Tensor, gradB: Tensor)
    {
        let dh = gradY.matmul(w.transposed())
        let dw = h.transposed().matmul(gradY)
        let db = gradY.sum(axis: 0)
        return (gradH: dh, gradW: dw, gradB: db)
    }

    func relu(z: Tensor) throws -> Tensor {
        // np.maximum(z, 0)
        return z.maximum(0.0)
    }

    func reluBackward(gradH: Tensor, z: Tensor) throws -> Tensor {
        let mask = z .> 0
        return mask * gradH
    }

    func affineReLU(x: Tensor, w: Tensor, b: Tensor) throws -> Tensor {
        let z = try affine(x: x, w: w, b: b)
        return try relu(z: z)
    }

    func affineReLUBackward(gradH: Tensor, x: Tensor, w: Tensor, b: Tensor) throws
        -> (gradX: Tensor, gradW: Tensor, gradB: Tensor)
    {
        // forward again, we need z for the mask
        let z = try affine(x: x, w: w, b: b)
        let dz = try reluBackward(gradH: gradH, z: z)
        let back = try affineBackward(gradY: dz, h: x, w: w)
        return (gradX: back.gradH, gradW: back.gradW, gradB: back.gradB)
    }
}
