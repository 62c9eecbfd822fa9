"""Read schemas: files become documents of draft 2020-12, with every reference resolved."""
