"""A furniture shop: search, filters, product pages, a cart and a profile."""
