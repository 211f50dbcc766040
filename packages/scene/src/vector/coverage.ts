export { accumulate, intersect, pathBounds, readRow, type Bounds, type Coverage } from '@plantain/imaging'
