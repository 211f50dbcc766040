export { growth, IDENTITY, invert, multiply, scaling, translation, type Matrix } from '@plantain/imaging'
