from .products import outer
